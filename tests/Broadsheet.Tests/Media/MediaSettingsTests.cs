using Broadsheet.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Broadsheet.Tests.Media;

public sealed class MediaSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Media:S3:Endpoint"] = "https://s3.example.org", ["Media:S3:Bucket"] = "paper", ["Media:S3:Key"] = "KEY", ["Media:S3:Secret"] = "HUSH",
    };

    [Fact]
    public void Without_a_word_pictures_are_in_the_data_folder() => Assert.Equal((null, null), (Read([]).Folder, Read([]).S3));

    [Fact]
    public void A_store_has_a_usual_region_and_the_bucket_in_the_path() =>
        Assert.Equal(("paper", "us-east-1", true), (Read(Good).S3!.Bucket, Read(Good).S3!.Region, Read(Good).S3!.PathStyle));

    [Theory]
    [InlineData("Media:S3:Endpoint", null, "Media:S3:Endpoint is missing: pictures in an S3-compatible store need Endpoint, Bucket, Key and Secret.")]
    [InlineData("Media:S3:Bucket", "", "Media:S3:Bucket is missing: pictures in an S3-compatible store need Endpoint, Bucket, Key and Secret.")]
    [InlineData("Media:S3:Key", null, "Media:S3:Key is missing: pictures in an S3-compatible store need Endpoint, Bucket, Key and Secret.")]
    [InlineData("Media:S3:Secret", null, "Media:S3:Secret is missing: pictures in an S3-compatible store need Endpoint, Bucket, Key and Secret.")]
    [InlineData("Media:S3:Endpoint", "s3.example.org", "Media:S3:Endpoint is an address such as https://s3.example.org, without name, password or bucket.")]
    [InlineData("Media:S3:Endpoint", "https://KEY:HUSH@s3.example.org", "Media:S3:Endpoint is an address such as https://s3.example.org, without name, password or bucket.")]
    [InlineData("Media:S3:Endpoint", "ftp://s3.example.org", "Media:S3:Endpoint is an address such as https://s3.example.org, without name, password or bucket.")]
    [InlineData("Media:S3:Bucket", "My Paper", "Media:S3:Bucket is a bucket's name (small letters, digits, points and hyphens), not \"My Paper\".")]
    [InlineData("Media:S3:PathStyle", "yes", "Media:S3:PathStyle is on or off, not \"yes\".")]
    [InlineData("Media:S3:Buckett", "paper", "Media:S3 has no setting Buckett.")]
    [InlineData("Media:Folder", "/mnt/paper", "Media:Folder and Media:S3 exclude each other: pictures are kept in one place.")]
    public void A_setting_that_cannot_be_is_told_in_one_line_without_the_secret(string name, string? value, string told)
    {
        var mistake = Assert.Throws<OperatorMistake>(() => Read(new(Good) { [name] = value }));

        Assert.Equal(told, mistake.Message);
        Assert.DoesNotContain("HUSH", mistake.Message);
    }

    [Fact]
    public void A_secret_is_in_no_text_that_a_log_could_take()
    {
        var settings = Read(Good);

        Assert.Equal("the bucket paper at https://s3.example.org", $"{settings.S3}");
        Assert.DoesNotContain("HUSH", $"{settings}");
    }

    private static MediaSettings Read(Dictionary<string, string?> values) => MediaSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Media"));
}
