using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Web.Hosting;

/// <summary>Where pictures are kept: a shared folder, an S3-compatible store, or, when both are null, the data folder.</summary>
public sealed record MediaSettings(string? Folder, S3Place? S3)
{
    private const int AtFolder = 8, AtS3 = 64;

    private static readonly string[] Names = ["Endpoint", "Bucket", "Region", "Key", "Secret", "PathStyle"];

    /// <exception cref="OperatorMistake">A value that no setting can have.</exception>
    public static MediaSettings Read(IConfigurationSection values)
    {
        var (folder, s3) = (values["Folder"], values.GetSection("S3"));
        if (!s3.GetChildren().Any()) return new MediaSettings(folder is null ? null : Path.GetFullPath(folder), null);
        if (s3.GetChildren().FirstOrDefault(c => !Names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown) throw new OperatorMistake($"Media:S3 has no setting {unknown.Key}.");
        if (folder is not null) throw new OperatorMistake("Media:Folder and Media:S3 exclude each other: pictures are kept in one place.");
        return new MediaSettings(null, new S3Place(
            Endpoint(Needed(s3, "Endpoint")), Bucket(Needed(s3, "Bucket")), s3["Region"] ?? "us-east-1", Needed(s3, "Key"), Needed(s3, "Secret"), PathStyle(s3["PathStyle"])));
    }

    public MediaStore Open(string data)
    {
        if (S3 is not null) return new S3Store(S3, new Patience(AtS3, TimeProvider.System));
        return new FolderStore(Folder ?? Directory.CreateDirectory(Path.Combine(data, "media")).FullName, new Patience(AtFolder, TimeProvider.System));
    }

    private static string Needed(IConfigurationSection s3, string name) =>
        s3[name] is { Length: > 0 } text ? text : throw new OperatorMistake($"Media:S3:{name} is missing: pictures in an S3-compatible store need Endpoint, Bucket, Key and Secret.");

    // What is not an address may be a secret in the wrong line: it is not repeated.
    private static Uri Endpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo: "", Query: "", Fragment: "" } ? uri
            : throw new OperatorMistake("Media:S3:Endpoint is an address such as https://s3.example.org, without name, password or bucket.");

    private static string Bucket(string name) => name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') ? name
        : throw new OperatorMistake($"Media:S3:Bucket is a bucket's name (small letters, digits, points and hyphens), not \"{name}\".");

    private static bool PathStyle(string? text) => text switch
    {
        null or "on" => true, "off" => false, _ => throw new OperatorMistake($"Media:S3:PathStyle is on or off, not \"{text}\"."),
    };
}
