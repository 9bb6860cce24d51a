using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Staff;

/// <summary>Who may what: each right with each role, in the table and at every address of the newsroom.</summary>
public sealed class RightsTests(Paper paper) : PaperTest, IClassFixture<Paper>
{
    private const Role R = Role.Reporter, E = Role.Editor, M = Role.Moderator, P = Role.Publisher;

    // Written out once more, by hand: a slip in the program's own table is seen here.
    private static readonly Dictionary<Right, Role[]> Allowed = new()
    {
        [Right.Write] = [R, E, P], [Right.WriteAny] = [E, P], [Right.Approve] = [E, P], [Right.Publish] = [E, P], [Right.Correct] = [E, P], [Right.Withdraw] = [E, P], [Right.ArrangeFront] = [E, P],
        [Right.AddMedia] = [R, E, P], [Right.KeepMedia] = [E, P], [Right.Moderate] = [M, P], [Right.Override] = [P], [Right.ManageStaff] = [P], [Right.SeeAudit] = [P], [Right.Expunge] = [P],
    };

    public static MatrixTheoryData<Right, Role> Pairs => new(Enum.GetValues<Right>(), Enum.GetValues<Role>());

    [Theory, MemberData(nameof(Pairs))]
    public void A_role_has_a_right_or_not(Right right, Role role) => Assert.Equal(Allowed[right].Contains(role), role.Has(right));

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Publisher)]
    public async Task No_address_lets_a_role_in_that_has_not_its_right(Role role)
    {
        using var desk = await paper.SignInAsync(role);
        var asked = 0;
        foreach (var (method, path, needed) in Addresses())
        {
            if (needed is not { Right: { } right }) continue;
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await desk.Browser.SendAsync(request);
            asked++;
            if (!role.Has(right)) Assert.True((int)answer.StatusCode == 403, $"{role} at {method} {path} ({right}): {(int)answer.StatusCode}");
            else Assert.True((int)answer.StatusCode is not (401 or 403), $"{role} at {method} {path} ({right}): {(int)answer.StatusCode}");
        }
        Assert.True(asked > 5);
    }

    // The walk above believes what an address says it needs; these say it themselves.
    [Theory]
    [InlineData("GET", "/newsroom/staff/")]
    [InlineData("GET", "/newsroom/audit/")]
    [InlineData("POST", "/newsroom/staff/")]
    [InlineData("POST", "/newsroom/staff/1/role")]
    [InlineData("POST", "/newsroom/staff/1/dismissal")]
    [InlineData("POST", "/newsroom/staff/1/link")]
    [InlineData("POST", "/newsroom/staff/1/sessions/end")]
    public async Task The_staff_and_the_record_are_the_publishers_alone(string method, string path)
    {
        foreach (var role in new[] { Role.Reporter, Role.Editor, Role.Moderator })
        {
            using var desk = await paper.SignInAsync(role);
            using var answer = await desk.SendAsync(new HttpMethod(method), path);
            Assert.Equal((role, 403), (role, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task Without_signing_in_every_address_but_the_doors_own_says_so()
    {
        using var stranger = paper.NewBrowser();
        foreach (var (method, path, needed) in Addresses())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await stranger.SendAsync(request);
            if (needed is { Right: null }) Assert.True((int)answer.StatusCode != 401, $"{method} {path}");
            else Assert.True((int)answer.StatusCode == 401 && answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{method} {path}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task What_changes_something_is_refused_without_the_pages_token_at_every_address()
    {
        using var desk = await paper.SignInAsync(Role.Publisher);
        foreach (var (method, path, _) in Addresses().Where(a => a.Method != "GET"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new FormUrlEncodedContent([]) };
            using var answer = await desk.Browser.SendAsync(request);
            Assert.True((int)answer.StatusCode == 400, $"{method} {path}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task No_answer_of_the_newsroom_is_kept_or_found_by_a_search_engine()
    {
        using var desk = await paper.SignInAsync(Role.Publisher);
        foreach (var (_, path, _) in Addresses().Where(a => a.Method == "GET" && !a.Path.Contains("/assets/", StringComparison.Ordinal)))
        {
            using var answer = await desk.Browser.GetAsync(path);
            Assert.Equal((path, "no-store"), (path, answer.Headers.CacheControl?.ToString()));
            Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        }
    }

    private List<(string Method, string Path, Needed? Needed)> Addresses() =>
    [
        .. from source in paper.Services.GetServices<EndpointDataSource>()
           from route in source.Endpoints.OfType<RouteEndpoint>()
           let pattern = "/" + route.RoutePattern.RawText!.TrimStart('/')
           where pattern.StartsWith(Newsroom.Root + "/", StringComparison.Ordinal)
           from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select (method, Filled(route.RoutePattern), route.Metadata.GetMetadata<Needed>()),
    ];

    // Nothing has this number: what is asked for is whether the door opens.
    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern)
    {
        var path = string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "fingerprint" } => "000000000000",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "987654321",
        }))));
        return "/" + path + (pattern.RawText!.EndsWith('/') ? "/" : "");
    }
}
