using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>What rules ask of the policies that a resource carries, with their expressions as they are written.</summary>
internal static class PolicyFindings
{
    extension(Resource resource)
    {
        public IEnumerable<Statement> PolicyStatements => resource.Statements(PolicyCarriers.AttributeOf(resource.Type));

        public IEnumerable<Statement> PolicyAllows => resource.PolicyStatements.Where(statement => statement.Allows);

        public IEnumerable<Statement> TrustAllows => resource.Statements(PolicyCarriers.Trust).Where(statement => statement.Allows);

        /// <summary>The statements of the resource's own policy, and of the policies beside it.</summary>
        public IEnumerable<Statement> AllStatements =>
            resource.PoliciesBeside().Prepend(resource).SelectMany(carrier => carrier.PolicyStatements);

        /// <summary>What lets in everybody without a condition.</summary>
        public IEnumerable<Finding> PublicPrincipals => resource.PolicyAllows.SelectMany(statement => statement.PublicPrincipals);

        public IEnumerable<Finding> ActionsThat(Func<string, bool> offend, Func<Statement, bool>? where = null) =>
            resource.AllowsWhere(where).SelectMany(statement => statement.ActionsThat(offend));

        public IEnumerable<Finding> ActionsThatGrantAny(string[] actions, Func<Statement, bool>? where = null) =>
            resource.AllowsWhere(where).SelectMany(statement => statement.ActionsThatGrantAny(actions));

        public IEnumerable<Finding> ResourcesThat(Func<string, bool> offend) =>
            resource.PolicyAllows.SelectMany(statement => statement.ResourcesThat(offend));

        public IEnumerable<Finding> PrincipalsThat(Func<Principal, bool> offend) =>
            resource.PolicyAllows.SelectMany(statement => statement.PrincipalsThat(offend));

        private IEnumerable<Statement> AllowsWhere(Func<Statement, bool>? where) => resource.PolicyAllows.Where(where ?? (_ => true));

        private IEnumerable<Statement> Statements(string attribute) => PolicyReader.AsWritten.Read(resource, attribute)?.Statements ?? [];
    }
}
