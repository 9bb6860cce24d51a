using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Caching.Memory;

namespace Broadsheet.Import.Pictures.Stores;

/// <summary>Pictures in an S3-compatible store, for any number of nodes. What was read a moment ago is answered from memory.</summary>
public sealed class S3Store(S3Place place, Patience patience) : MediaStore(patience), IDisposable
{
    private const int KeptBytes = 32 << 20, LargestKept = 1 << 20;

    private readonly AmazonS3Client client = new(new BasicAWSCredentials(place.Key, place.Secret), ConfigurationFor(place));
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = KeptBytes });

    public override string ToString() => place.ToString();

    public override async Task<MediaFile?> OpenAsync(string name, CancellationToken stop) =>
        kept.TryGetValue<Kept>(name, out var known) ? known!.Open() : await base.OpenAsync(name, stop);

    public void Dispose()
    {
        client.Dispose();
        kept.Dispose();
    }

    protected override async Task<MediaFile?> ReadAsync(string name, CancellationToken stop)
    {
        try
        {
            using var answer = await client.GetObjectAsync(place.Bucket, name, stop);
            using var bytes = new MemoryStream((int)Math.Max(0, answer.ContentLength));
            await answer.ResponseStream.CopyToAsync(bytes, stop);
            return Keep(name, new Kept(bytes.ToArray(), answer.LastModified ?? DateTime.UnixEpoch, answer.ETag?.Trim('"'))).Open();
        }
        catch (AmazonS3Exception fault) when (IsNone(fault)) { return null; }
        // A store that writes in place may send half of a header while somebody writes: the library stumbles over that, and does not say over what.
        catch (ArgumentException fault) { throw new AmazonClientException("the answer's headers make no sense", fault); }
    }

    protected override async Task<bool> HasAsync(string name, CancellationToken stop)
    {
        try
        {
            await client.GetObjectMetadataAsync(place.Bucket, name, stop);
            return true;
        }
        catch (AmazonS3Exception fault) when (IsNone(fault)) { return false; }
    }

    // The store itself shows nothing before it has everything. Plain signed bodies: not every store knows the newer ways of sending.
    protected override Task WriteAsync(string name, byte[] bytes, CancellationToken stop) => client.PutObjectAsync(new PutObjectRequest
    {
        BucketName = place.Bucket, Key = name, InputStream = new MemoryStream(bytes), UseChunkEncoding = false, ContentType = "application/octet-stream",
    }, stop);

    // A name that nobody has: a key without the right to list would be told "denied" instead of "none", here and for every copy not made yet.
    protected override async Task<string?> WrongAsync(CancellationToken stop)
    {
        try { await client.GetObjectAsync(place.Bucket, "originals/none", stop); }
        catch (AmazonS3Exception fault) when (IsNone(fault)) { return null; }
        catch (AmazonS3Exception fault) when ((int)fault.StatusCode is >= 300 and < 500) { return $"{place} refused: {ReasonOf(fault)}"; }
        return null;
    }

    // The code alone: some stores repeat the request, with its key, in their words.
    protected override string? ReasonOf(Exception fault) => fault switch
    {
        AmazonServiceException { StatusCode: > 0 } refused => $"{(int)refused.StatusCode} {Code(refused)}".TrimEnd(),
        AmazonServiceException { InnerException: { } inner } => ReasonOf(inner),
        HttpRequestException or IOException or AmazonClientException or AmazonServiceException => fault.Message,
        _ => null,
    };

    private static string? Code(AmazonServiceException refused) => refused.ErrorCode is { Length: < 60 } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    private static bool IsNone(AmazonS3Exception fault) => fault.StatusCode == HttpStatusCode.NotFound && fault.ErrorCode != "NoSuchBucket";

    private Kept Keep(string name, Kept file)
    {
        if (file.Bytes.Length <= LargestKept) kept.Set(name, file, new MemoryCacheEntryOptions { Size = file.Bytes.Length + 500 });
        return file;
    }

    private static AmazonS3Config ConfigurationFor(S3Place place) => new()
    {
        ServiceURL = place.Endpoint.ToString(), AuthenticationRegion = place.Region, ForcePathStyle = place.PathStyle, MaxErrorRetry = 1,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    };

    private sealed record Kept(byte[] Bytes, DateTimeOffset ModifiedAt, string? Tag)
    {
        public MediaFile Open() => new(new MemoryStream(Bytes, writable: false), ModifiedAt, Tag);
    }
}
