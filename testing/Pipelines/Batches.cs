namespace Nautilus.Testing.Pipelines;

internal static class Batches
{
    /// <summary>The items in order, in batches as large as both limits allow. A batch has at least one item.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> items, int maximumItems, long maximumBytes, Func<T, long> bytesOf)
    {
        var batch = new List<T>();
        var bytes = 0L;
        foreach (var item in items)
        {
            if (batch.Count == maximumItems || (batch.Count > 0 && bytes + bytesOf(item) > maximumBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(item);
            bytes += bytesOf(item);
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
