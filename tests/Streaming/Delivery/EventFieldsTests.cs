using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Delivery;
using Nautilus.Functions.Records;
using Nautilus.Testing.Lambda;
using Tests.Functions;
using AgreedField = Nautilus.Functions.Records.EventField;
using EventField = Nautilus.Delivery.EventField;

namespace Tests.Streaming.Delivery;

/// <summary>The transformation and the tables are separate programs. These tests fail if a field is added to one of them only.</summary>
public sealed class EventFieldsTests
{
    private static readonly TransformedRecord Transformed =
        TransformInProcess.Answer(FirehoseEvent.FromStream(WithAllFields().ToJsonString())).Records.Single();

    [Fact]
    public void Fields_that_producers_agree_on_are_declared_with_types_that_fit()
    {
        var agreed = EventSchema.Fields.Select(field => field.Name).ToHashSet();

        EventFields.All.Where(field => agreed.Contains(field.Name)).Select(field => (field.Name, field.HiveType, field.RedshiftType))
            .Should().BeEquivalentTo(EventSchema.Fields.Select(TypesOf));
    }

    [Fact]
    public void The_transformation_writes_the_declared_fields_and_no_others() =>
        Transformed.Events.Single().Select(field => field.Key).Should().BeEquivalentTo(EventFields.All.Select(field => field.Name));

    [Fact]
    public void The_transformation_writes_values_that_fit_the_declared_types() =>
        EventFields.All.Where(field => !Fits(field, Transformed.Events.Single()[field.Name])).Should().BeEmpty();

    [Fact]
    public void The_transformation_returns_the_partition_keys_of_the_lake() =>
        Transformed.PartitionKeys!.Select(key => key.Key).Should().Equal(Partition.OfEvents().Select(partition => partition.Name));

    [Fact]
    public void A_declared_field_is_a_partition_if_the_transformation_returns_it_as_a_partition_key() =>
        EventFields.All.Where(field => field.IsPartition).Select(field => field.Name)
            .Should().BeEquivalentTo(EventFields.All.Select(field => field.Name).Where(Transformed.PartitionKeys!.ContainsKey));

    private static JsonObject WithAllFields() =>
        new([.. EventSchema.Fields.Select(field => KeyValuePair.Create(field.Name, ValueOf(field))), new("page", "/home")]);

    private static JsonNode? ValueOf(AgreedField field) => field.Kind switch
    {
        FieldKind.Word or FieldKind.Text => "click",
        FieldKind.Time => "2026-11-21T04:51:00Z",
        FieldKind.Number => 12.5,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static (string, string, string) TypesOf(AgreedField field) => field.Kind switch
    {
        FieldKind.Word or FieldKind.Text => (field.Name, "string", $"VARCHAR({field.MaximumLength})"),
        FieldKind.Time => (field.Name, "timestamp", "TIMESTAMP"),
        FieldKind.Number => (field.Name, "double", "DOUBLE PRECISION"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static bool Fits(EventField field, JsonNode? value) => (field.HiveType, field.RedshiftType, value?.GetValueKind()) switch
    {
        ("string", _, JsonValueKind.String) => ((string)value!).Length <= LengthIn(field.RedshiftType),
        ("timestamp", "TIMESTAMP", JsonValueKind.String) => IsTime((string)value!),
        ("double", "DOUBLE PRECISION", JsonValueKind.Number) => true,
        ("map<string,string>", "SUPER", JsonValueKind.Object) => value!.AsObject().All(IsText),
        _ => false,
    };

    private static bool IsText(KeyValuePair<string, JsonNode?> attribute) => attribute.Value?.GetValueKind() is JsonValueKind.String;

    // The length in VARCHAR(64).
    private static int LengthIn(string type) => int.Parse(type["VARCHAR(".Length..^1], CultureInfo.InvariantCulture);

    private static bool IsTime(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _);
}
