namespace Broadsheet.Import.Pictures.Stores;

/// <summary>The store of pictures does not do its work; text goes on without it. Carries no inner fault: what a store answers may hold secrets.</summary>
/// <param name="isNews">False when nobody asked the store, because others just did in vain.</param>
public sealed class MediaStoreSilent(MediaStore store, string reason, bool isNews = true) : Exception($"pictures: {store}: {reason}")
{
    public bool IsNews { get; } = isNews;
}
