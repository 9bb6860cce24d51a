namespace Broadsheet.Import.Pictures.Stores;

/// <summary>A bucket in an S3-compatible store and the key that opens it.</summary>
/// <param name="PathStyle">https://endpoint/bucket/name; false: https://bucket.endpoint/name.</param>
public sealed record S3Place(Uri Endpoint, string Bucket, string Region, string Key, string Secret, bool PathStyle)
{
    /// <summary>For logs: no key, no secret.</summary>
    public override string ToString() => $"the bucket {Bucket} at {Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}";
}
