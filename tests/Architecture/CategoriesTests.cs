using System.Reflection;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Provider;
using Nautilus.Testing.Terraform;
using Tests.Stacks;

namespace Tests.Architecture;

/// <summary>Tests of the category Fast need no Terraform and no local AWS.</summary>
public sealed class CategoriesTests
{
    private static readonly Assembly Tests = typeof(CategoriesTests).Assembly;

    /// <summary>Types that start Terraform or a local AWS, or are given to a program that does.</summary>
    private static readonly Type[] Starting =
    [
        typeof(TerraformFolder), typeof(TerraformPlugins), typeof(OfflineProvider),
        typeof(LocalAws), typeof(Emulator), typeof(LivingStacks),
    ];

    private static readonly Type[] Classes = [.. Tests.GetTypes().Where(type => !type.IsAbstract && type.GetMethods().Any(IsTest))];

    [Fact]
    public void A_class_that_needs_Terraform_or_a_local_AWS_is_slow() =>
        Classes.Except([typeof(CategoriesTests)]).Where(type => !IsSlow(type) && Starts(type)).Should().BeEmpty(
            "[Collection] must name one of {0}", string.Join(", ", Beside.Slow));

    [Fact]
    public void The_need_is_found_behind_other_types() =>
        Classes.Where(Starts).Should().Contain([typeof(ReviewedStacksTests), typeof(App.SafetyCheckTests), typeof(EndToEnd.PipelineTests)]);

    private static bool IsTest(MethodInfo method) => method.IsDefined(typeof(FactAttribute));

    private static bool IsSlow(Type type) =>
        type.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(CollectionAttribute))
            .Any(collection => Beside.Slow.Contains((string?)collection.ConstructorArguments[0].Value));

    private static bool Starts(Type type)
    {
        var (seen, next) = (new HashSet<Type> { type }, new Stack<Type>([type]));
        while (next.TryPop(out var one))
            foreach (var used in UsedTypes.Of(one).Concat(one.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)))
            {
                if (Starting.Contains(used))
                    return true;
                if (used.Assembly == Tests && used != typeof(CategoriesTests) && seen.Add(used))
                    next.Push(used);
            }

        return false;
    }
}
