using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>What rules ask of the attributes of a resource.</summary>
internal static class Findings
{
    extension(Resource resource)
    {
        public IEnumerable<Finding> Unless(string attribute, Func<string?, bool> holds)
        {
            if (!holds(resource[attribute]))
                yield return new(resource[attribute], attribute);
        }

        public IEnumerable<Finding> UnlessSet(string attribute) => resource.Unless(attribute, value => value?.Length > 0);

        public IEnumerable<Finding> UnlessTrue(string attribute) => resource.Unless(attribute, value => value == "true");

        public IEnumerable<Finding> UnlessTagged() => resource.Tags.Any() ? [] : [new(null, "tags")];
    }
}
