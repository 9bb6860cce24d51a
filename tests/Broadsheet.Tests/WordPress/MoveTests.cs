using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Comments;
using Broadsheet.Import.Moving;
using Broadsheet.Import.WordPress;
using Broadsheet.Web.Features.Moving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.WordPress.Export;

namespace Broadsheet.Tests.WordPress;

public sealed class MoveTests(Paper paper) : PaperTest, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadsheet-move-");

    // Each test moves a site of its own into the paper that the class shares.
    private static int sites;
    private readonly string site = $"https://old{Interlocked.Increment(ref sites)}.example";
    private readonly int first = 1_000_000 + 10_000 * sites;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("/2015/03/04/day-and-name/")]
    [InlineData("/archives/1234")]
    [InlineData("/2015/03/old-blog.html")]
    [InlineData("/index.php/2015/an-old-one/")]
    [InlineData("/नदी-का-पानी/")]
    public async Task An_article_keeps_its_exact_path(string path)
    {
        await BringAsync(new Export(site).Add(new(first, $"Kept {first}", "Some words of it.") { Link = site + path }));

        Assert.Contains($"Kept {first}", await paper.TextAsync(path));
        Assert.Equal(path, await LocationAsync($"/?p={first}"));
        Assert.Equal(path, await LocationAsync(path.EndsWith('/') ? path + "amp/" : path + "/amp/"));
        Assert.Equal(path, await LocationAsync(path.TrimEnd('/') + "/comment-page-2/"));
    }

    [Fact]
    public async Task What_was_not_public_cannot_be_reached()
    {
        var text = "Nobody outside may read these seven telling words.";
        var export = new Export(site);
        (string Status, string Password, WorkingState State)[] kinds =
            [("draft", "", WorkingState.Draft), ("pending", "", WorkingState.InReview), ("private", "", WorkingState.Private), ("future", "", WorkingState.Draft), ("future", "", WorkingState.Scheduled), ("trash", "", WorkingState.Trashed), ("publish", "secret", WorkingState.Protected), ("acf-weird", "", WorkingState.Draft)];
        foreach (var (kind, at) in kinds.Select((k, i) => (k, i)))
            export.Add(new(first + at, $"Hidden{first} {kind.Status}", text) { Status = kind.Status, Password = kind.Password, Slug = $"hidden-{first}-{at}", Date = kind.State == WorkingState.Scheduled ? "2091-03-04 05:06:07" : "2015-03-04 05:06:07", Link = kind.Status is "publish" or "private" ? $"{site}/hidden-{first}-{at}/" : null, Extra = Comment(first + at, "A reply below what is hidden.") });
        await BringAsync(export.Add(new(first + 50, "auto", text) { Status = "auto-draft" }));

        Assert.Equal(kinds.Select(k => k.State), await paper.AskAsync(db => db.WorkingCopies.Where(c => c.ArticleId >= first && c.ArticleId < first + 50).OrderBy(c => c.ArticleId).Select(c => c.State).ToListAsync()));
        foreach (var (_, at) in kinds.Select((k, i) => (k, i)))
        {
            var path = (await paper.AskAsync(db => db.Articles.SingleAsync(a => a.Id == first + at))).Path;
            foreach (var address in new[] { path, path + "feed/", path + "text/", $"/hidden-{first}-{at}/" }) Assert.Equal(404, await paper.StatusAsync(address));
            Assert.DoesNotContain("telling words", await paper.TextAsync($"/?p={first + at}&preview=true"));
        }
        Assert.DoesNotContain($"hidden-{first}", await paper.TextAsync($"/search?q=Hidden{first}"));
        Assert.DoesNotContain($"hidden-{first}", await paper.TextAsync("/feed/"));
        Assert.DoesNotContain($"hidden-{first}", await paper.TextAsync("/sitemaps/articles-1.xml"));
        Assert.Empty(await paper.AskAsync(db => db.Comments.Where(c => c.Id >= first && c.Id < first + 50).ToListAsync()));
    }

    [Fact]
    public async Task Replies_come_with_their_threads_and_their_states()
    {
        var path = $"/replies-{first}/";
        await BringAsync(new Export(site).Add(new(first, "With replies", "Words of the piece.")
        {
            Link = site + path,
            Extra = Comment(first + 2, "An answer to the first one, by Bo@private.example.", parent: first + 1) + Comment(first + 1, "The first one with <b>bold</b> <script>alert(1)</script> text.") + Comment(first + 3, "Waits for somebody to decide.", "0")
                + Comment(first + 4, "Buy cheap things here now.", "spam") + Comment(first + 5, "Thrown away by the desk.", "trash") + Comment(first + 6, "[…] a pingback from elsewhere […]", "1", "pingback") + Comment(first + 7, "An editor's note to another.", "1", "note"),
        }));
        var comments = await paper.AskAsync(db => db.Comments.Where(c => c.ArticleId == first).OrderBy(c => c.Id).ToListAsync());

        Assert.Equal([CommentState.Visible, CommentState.Visible, CommentState.Waiting, CommentState.Rejected, CommentState.Rejected, CommentState.Rejected, CommentState.Rejected], comments.Select(c => c.State));
        Assert.Equal((first + 1, first + 1), (comments[1].ParentId, comments[1].ThreadId));
        var page = await paper.TextAsync(path);
        Assert.Contains($"id=\"comment-{first + 2}\"", page);
        Assert.Contains("The first one", page);
        foreach (var hidden in new[] { "Waits for", "Buy cheap", "Thrown away", "pingback", "editor's note", "alert(1)", "private.example" }) Assert.DoesNotContain(hidden, page + await paper.TextAsync(path + "feed/"));
        Assert.Equal(2, (await paper.AskAsync(db => db.Articles.SingleAsync(a => a.Id == first))).Replies);
    }

    [Fact]
    public async Task Brought_twice_nothing_is_doubled_and_a_change_is_a_new_revision()
    {
        var post = new Post(first, "Once", "As it was at first.") { Link = $"{site}/once-{first}/", Extra = Category("harbour", "Harbour") + Comment(first + 1, "Said only once by one.") };
        await BringAsync(new Export(site).Add(post));
        var again = await BringAsync(new Export(site).Add(post));

        Assert.Equal(new Dictionary<string, int> { ["articles unchanged"] = 1 }, again.Counts);
        Assert.Equal((1, 1), await NumbersAsync());
        var later = await BringAsync(new Export(site).Add(post with { Content = "As it is now.", Extra = post.Extra + Comment(first + 2, "And another one said.") }));
        Assert.Equal(new Dictionary<string, int> { ["comments visible"] = 1, ["posts changed"] = 1 }, later.Counts);
        Assert.Equal((2, 2), await NumbersAsync());
        Assert.Contains("As it is now.", await paper.TextAsync($"/once-{first}/"));

        async Task<(int, int)> NumbersAsync() => (await paper.AskAsync(db => db.Revisions.CountAsync(r => r.ArticleId == first)), await paper.AskAsync(db => db.Comments.CountAsync(c => c.ArticleId == first)));
    }

    [Fact]
    public async Task Broken_off_in_the_middle_and_begun_again_it_ends_as_if_it_had_not_been()
    {
        // More than one commit.
        const int Many = 450;
        var export = new Export(site);
        for (var at = 0; at < Many; at++) export.Add(new(first + at, $"Piece {at}", "Words.") { Link = $"{site}/broken{first}/{at}/", Extra = Comment(first + at, "Some words of a reader.") });
        using var broken = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BringAsync(export, progress: (done, _) => { if (done is > 0 and < Many) broken.Cancel(); }, stop: broken.Token));
        var some = await paper.AskAsync(db => db.Articles.CountAsync(a => a.Path.StartsWith($"/broken{first}/")));
        Assert.InRange(some, 1, Many - 1);

        Assert.Equal(new Dictionary<string, int> { ["articles unchanged"] = some, ["comments visible"] = Many - some, ["posts published"] = Many - some }, (await BringAsync(export)).Counts);
        Assert.Equal(Many, await paper.AskAsync(db => db.Revisions.CountAsync(r => r.ArticleId >= first && r.ArticleId < first + Many)));
        Assert.Equal(Many, await paper.AskAsync(db => db.Comments.CountAsync(c => c.ArticleId >= first && c.ArticleId < first + Many)));
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        var export = new Export(site).Add(new(first, "Dry", "Words.") { Link = $"{site}/dry-{first}/", Extra = Tag($"dry-{first}", "Dry") + Comment(first + 1, "Some words of a reader.") });
        var dry = await BringAsync(export, dry: true);

        Assert.Equal((404, 404), (await paper.StatusAsync($"/dry-{first}/"), await paper.StatusAsync($"/topics/dry-{first}/")));
        Assert.Equal(dry.Counts, (await BringAsync(export)).Counts);
        Assert.Equal((200, 200), (await paper.StatusAsync($"/dry-{first}/"), await paper.StatusAsync($"/topics/dry-{first}/")));
    }

    [Fact]
    public async Task Archives_of_the_old_site_lead_to_ours()
    {
        await BringAsync(new Export(site).Add(new(first, "Listed", "Words.") { Link = $"{site}/listed-{first}/", Extra = Category("ferries", "Ferries") + Tag("row", "Rowing") }));
        var section = await paper.AskAsync(db => db.Sections.Where(s => s.Slug == "ferries").Select(s => s.Path).FirstAsync());

        foreach (var (old, now) in new[]
        {
            ("/category/ferries/", section), ("/category/harbour/ferries/", section), ("/category/ferries/page/2/", section + "?page=2"), ("/category/ferries/feed/", section + "feed/"), ("/?cat=5", section),
            ("/tag/row/", "/topics/row/"), ("/tag/row/feed/", "/topics/row/"), ("/?tag=row", "/topics/row/"), ("/author/ada/", "/authors/ada/"), ("/author/ada/page/3/", "/authors/ada/?page=3"), ("/?author=2", "/authors/ada/"),
            ("/?m=201503", "/2015/03/"), ("/2015/03/page/2/", "/2015/03/?page=2"), ("/?s=two+words", "/search?q=two%20words"), ("/?feed=rss2", "/feed/"), ("/feed/atom/", "/feed/"), ($"/listed-{first}/feed/rss2/", $"/listed-{first}/feed/"), ($"/listed-{first}/trackback/", $"/listed-{first}/"),
        }) Assert.Equal((old, now), (old, await LocationAsync(old)));
        Assert.Contains("Ada Quill", await paper.TextAsync("/authors/ada/"));
    }

    [Fact]
    public async Task A_site_that_stood_in_a_folder_leads_on_too()
    {
        await BringAsync(new Export($"{site}/blog{first}").Add(new(first, "In a folder", "Words.") { Link = $"{site}/blog{first}/2015/in-a-folder/", Extra = Tag($"t{first}", "T") }));

        Assert.Contains("In a folder", await paper.TextAsync($"/blog{first}/2015/in-a-folder/"));
        Assert.Equal($"/blog{first}/2015/in-a-folder/", await LocationAsync($"/blog{first}/?p={first}"));
        Assert.Equal($"/topics/t{first}/", await LocationAsync($"/blog{first}/tag/t{first}/"));
    }

    [Fact]
    public async Task Feeds_call_an_article_what_they_called_it_before()
    {
        await BringAsync(new Export(site).Add(new(first, "Named", "Words.") { Link = $"{site}/named-{first}/", Guid = $"http://first.example/?p={first}&x=1", Date = "2026-11-20 00:00:00" }));

        Assert.Contains($">http://first.example/?p={first}&amp;x=1</guid>", await paper.TextAsync("/feed/"));
    }

    [Fact]
    public async Task Pictures_come_from_the_folder_of_uploads_and_their_sizes_lead_to_one()
    {
        var uploads = Directory.CreateDirectory(Path.Combine(folder.FullName, "uploads", "2015", "03")).FullName;
        await File.WriteAllTextAsync(Path.Combine(uploads, "boat.svg"), $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"><text>{first}</text></svg>");
        var picture = $"{site}/wp-content/uploads/2015/03/boat";
        var report = await BringAsync(new Export(site)
            .Add(new(first, "Pictured", $"Before\n\n<img src=\"{picture}-300x200.svg\" alt=\"A boat\">\n\n<img src=\"{site}/wp-content/uploads/2015/03/lost.jpg\">\n\nAfter") { Link = $"{site}/pictured-{first}/", Extra = Meta("_thumbnail_id", $"{first + 1}") })
            .Add(new(first + 1, "boat", "") { Type = "attachment", Status = "inherit", Extra = $"<wp:attachment_url>{picture}.svg</wp:attachment_url>" + Meta("_wp_attachment_image_alt", "A boat at sea") }), media: folder.FullName);
        var page = await paper.PageAsync($"/pictured-{first}/");

        Assert.Equal("A boat at sea", page.QuerySelector(".lead-picture img")!.GetAttribute("alt"));
        var source = page.QuerySelector(".body figure img")!.GetAttribute("src")!;
        Assert.Equal(200, await paper.StatusAsync(source));
        Assert.Equal($"/media/{source.Split('/')[2]}/", (await LocationAsync("/wp-content/uploads/2015/03/boat-300x200.svg"))?[..($"/media/{source.Split('/')[2]}/".Length)]);
        Assert.Equal([$"{site}/wp-content/uploads/2015/03/lost.jpg"], report.MissingPictures.Keys);
    }

    [Theory]
    [InlineData("source,target,regex,code\n\"/old-{0}/\",\"/new-{0}/\",0,301\n\"^/p-{0}/(\\d+)/(.*)$\",\"/x/$2?n=$1\",1,301\n/gone,,0,410\n\"/off/\",\"/on/\",0,301,url,0,\"\",\"disabled\"\n")]
    [InlineData("# Apache\nRewriteEngine On\nRedirect 301 /old-{0}/ {1}/new-{0}/\nRedirectMatch 301 ^/p-{0}/(\\d+)/(.*)$ {1}/x/$2?n=$1\nRedirect gone /gone\nRedirectMatch 404 ^/secret\n")]
    [InlineData("<IfModule mod_rewrite.c>\nRewriteRule ^old-{0}/?$ /new-{0}/ [R=301,L]\nRewriteRule ^P-{0}/(\\d+)/(.*)$ x/$2?n=$1 [NC,R=301,L]\nRewriteRule ^gone$ - [G]\nRewriteCond %{HTTP_HOST} ^m\\.\nRewriteRule ^(.*)$ /m/$1 [R=301]\n</IfModule>\n")]
    public async Task Redirects_of_the_old_site_come_along(string list)
    {
        var file = Path.Combine(folder.FullName, "redirects");
        await File.WriteAllTextAsync(file, list.Replace("{0}", $"{first}").Replace("{1}", site));
        var export = new Export(site).Add(new(first, "New", "Words.") { Link = $"{site}/new-{first}/" }).Add(new(first + 1, "Stays", "Words.") { Link = $"{site}/p-{first}/7/stays/" });
        var report = await BringAsync(export, redirects: file);

        Assert.Equal($"/new-{first}/", await LocationAsync($"/old-{first}/"));
        Assert.Equal("/x/à%20b?n=12", await LocationAsync($"/p-{first}/12/%C3%A0%20b"));
        Assert.Contains("Stays", await paper.TextAsync($"/p-{first}/7/stays/"));
        Assert.Equal((1, 1), (report.Counts["redirects"], report.Counts["redirects by a pattern"]));
        Assert.Equal(2, report.Faults.Count + report.LeftOut.GetValueOrDefault("redirect: switched off"));
        Assert.Equal(1, (await BringAsync(export, redirects: file)).Counts["redirects by a pattern"]);
    }

    [Fact]
    public async Task A_redirect_may_lead_to_an_address_in_any_script()
    {
        var file = Path.Combine(folder.FullName, "redirects");
        await File.WriteAllTextAsync(file, $"Redirect 301 /river-{first}/ /नदी-{first}/\nRedirectMatch 301 ^/rivers-{first}/(.*)$ /नदियाँ/$1\n");
        await BringAsync(new Export(site).Add(new(first, "New", "Words.")), redirects: file);

        Assert.Equal(($"/नदी-{first}/", "/नदियाँ/गंगा"), (await LocationAsync($"/river-{first}/"), await LocationAsync($"/rivers-{first}/गंगा")));
    }

    [Fact]
    public async Task A_redirect_that_nobody_can_follow_is_told()
    {
        var file = Path.Combine(folder.FullName, "redirects");
        await File.WriteAllTextAsync(file, "RedirectMatch 301 ^/(?!new).*$ /new/\nRedirectMatch 301 ^/(.*)/\\1$ /new/\nRedirectMatch 301 ^/go/(.*)$ https://else.example/$1\nRedirectMatch 301 ^/(unclosed /new/\n");
        var report = await BringAsync(new Export(site).Add(new(first, "New", "Words.")), redirects: file);

        Assert.Equal([1, 2, 3, 4], report.Faults.Select(f => f.At.Line));
        Assert.DoesNotContain("redirects by a pattern", report.Counts.Keys);
    }

    [Fact]
    public async Task Corrections_stand_at_their_article_dated()
    {
        Post Correction(int at, string text, string date, string extra = "") =>
            new(first + at, "Correction for it", text) { Type = "newspack_correction", Date = date, Link = $"{site}/corrections/{first + at}/", Extra = Meta("newspack_correction-post-id", $"{first}") + extra };
        var report = await BringAsync(new Export(site)
            .Add(Correction(1, "Not <b>six</b> & seven.", "2024-05-03 10:00:00", Meta("newspack_corrections_type", "correction") + Meta("newspack_corrections_priority", "low")))
            .Add(Correction(2, "What was meant.", "2024-06-04 10:00:00", Meta("newspack_corrections_type", "clarification") + Meta("newspack_corrections_priority", "high")))
            .Add(Correction(3, "From long ago.", "2020-01-02 10:00:00"))
            .Add(Correction(4, "Nobody has decided on it.", "2024-06-04 10:00:00") with { Status = "draft" })
            .Add(new(first, "Corrected", "Words of it.") { Link = $"{site}/corrected-{first}/" })
            .Add(new(first + 5, "Correction for nothing", "Of nothing.") { Type = "newspack_correction", Extra = Meta("newspack_correction-post-id", "99999999") }));
        var page = await paper.PageAsync($"/corrected-{first}/");
        var notices = page.QuerySelectorAll("#notices .correction").Select(n => $"{n.QuerySelector("strong")!.TextContent}, {n.QuerySelector("time")!.GetAttribute("datetime")![..10]}: {n.QuerySelector(".correction-text")!.TextContent}");

        Assert.Equal("Words of it.", page.QuerySelector(".body")!.TextContent.Trim());
        Assert.Equal(["Clarification, 2024-06-04: What was meant.", "Correction, 2024-05-03: Not six & seven.", "Correction, 2020-01-02: From long ago."], notices);
        Assert.Contains("Not six &amp; seven.", await paper.TextAsync("/corrections/"));
        Assert.Equal($"/corrected-{first}/", await LocationAsync($"/corrections/{first + 1}/"));
        Assert.Equal((3, 1), (report.Counts["corrections"], report.LeftOut["newspack_correction: of nothing that readers can see"]));
        Assert.Equal(1, report.LeftOut["newspack_correction: it was not public"]);
    }

    [Fact]
    public async Task Guest_authors_are_credited_by_their_names()
    {
        string By(string slug, string name) => $"<category domain=\"author\" nicename=\"cap-{slug}\"><![CDATA[{name}]]></category>";
        var (ida, quill) = ($"ida{first}", $"quill{first}");
        await BringAsync(new Export(site)
            .Add(new(first, "By two", "Words.") { Link = $"{site}/by-two-{first}/", Extra = By(ida, ida) + By($"desk{first}", $"desk{first}@private.example") })
            .Add(new(first + 1, "By the account", "Words.") { Link = $"{site}/by-one-{first}/", Extra = By($"account{first}", $"account{first}") })
            .Add(new(first + 2, "Ida's entry", "") { Type = "guest-author", Slug = $"cap-{ida}", Extra = Meta("cap-display_name", "Ida Tarbell") + Meta("cap-user_login", ida) + Meta("cap-user_email", "ida@private.example") })
            .Add(new(first + 3, "Quill's entry", "") { Type = "guest-author", Slug = $"cap-{quill}", Extra = Meta("cap-display_name", "Pen Quill") + Meta("cap-linked_account", $"account{first}") })
            .Add(new(first + 4, "desk@private.example", "") { Type = "guest-author", Slug = $"cap-desk{first}", Extra = Meta("cap-display_name", "desk@private.example") }));
        var two = await paper.PageAsync($"/by-two-{first}/");

        Assert.Contains("Ida Tarbell", two.Body!.TextContent);
        Assert.DoesNotContain("private.example", two.Body.TextContent);
        Assert.Contains("Pen Quill", await paper.TextAsync($"/by-one-{first}/"));
        Assert.Contains("By two", await paper.TextAsync($"/authors/{ida}/"));
        Assert.Equal(($"/authors/{ida}/", $"/authors/{quill}/", $"/authors/{quill}/"), (await LocationAsync($"/author/{ida}/"), await LocationAsync($"/author/account{first}/"), await LocationAsync($"/author/{quill}/")));
    }

    [Fact]
    public async Task Terms_of_other_taxonomies_become_topics_and_internal_ones_do_not()
    {
        string In(string taxonomy, string slug, string name) => $"<category domain=\"{taxonomy}\" nicename=\"{slug}\"><![CDATA[{name}]]></category>";
        string Term(string taxonomy, string slug, string parent) => $"<wp:term><wp:term_id>1</wp:term_id><wp:term_taxonomy>{taxonomy}</wp:term_taxonomy><wp:term_slug>{slug}</wp:term_slug><wp:term_parent>{parent}</wp:term_parent><wp:term_name>x</wp:term_name></wp:term>";
        var file = new Export(site).Add(new(first, "Sorted", "Words.")
        {
            Link = $"{site}/sorted-{first}/", Extra = Tag($"paris-{first}", "Paris") + In("location", $"paris-{first}", "Paris") + In("location", $"quay-{first}", "The Quay") + In("series", $"floods-{first}", "The Floods") + In("post_format", "post-format-aside", "Aside") + In("language", "en", "English"),
        }).WriteTo(folder.FullName);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("<item>", Term("location", $"quay-{first}", $"paris-{first}") + Term("location", $"paris-{first}", "") + Term("nav_menu", "main", "") + Term("post_translations", "pll_1", "") + "<item>"));
        var report = await BringAsync(file);

        Assert.Equal(["Paris", "The Quay", "The Floods"], (await paper.AskAsync(db => db.Revisions.SingleAsync(r => r.ArticleId == first))).Topics.Select(t => t.Name));
        Assert.Equal($"/topics/floods-{first}/", await LocationAsync($"/series/floods-{first}/"));
        Assert.Equal(($"/topics/quay-{first}/", $"/topics/quay-{first}/"), (await LocationAsync($"/location/quay-{first}/"), await LocationAsync($"/location/paris-{first}/quay-{first}/")));
        Assert.Equal((1, 1), (report.LeftOut["term of nav_menu: a menu; the theme shows the sections"], report.LeftOut["term of post_translations: no reader saw it, or it sorts what is no piece"]));
    }

    [Fact]
    public async Task What_is_no_piece_is_left_out_with_its_reason()
    {
        var export = new Export(site);
        foreach (var (type, at) in new[] { "nav_menu_item", "nav_menu_item", "wp_global_styles", "custom_css", "oembed_cache", "user_request", "feedback", "recipe" }.Select((type, at) => (type, at))) export.Add(new(first + at, type, "Seen by nobody.") { Type = type });
        var report = await BringAsync(export);

        Assert.Equal(new Dictionary<string, int>
        {
            ["nav_menu_item: the theme shows the sections"] = 2, ["wp_global_styles: the theme says how the paper looks"] = 1, ["custom_css: the theme says how the paper looks"] = 1, ["oembed_cache: it helped to write, and no reader saw it"] = 1,
            ["user_request: it is somebody's request about their own data"] = 1, ["feedback: it holds what readers sent or bought, which is no piece"] = 1, ["recipe: the paper has nothing like it"] = 1,
        }, report.LeftOut);
    }

    [Fact]
    public async Task A_custom_field_that_nobody_reads_is_no_change()
    {
        var post = new Post(first, "Counted", "Words.") { Link = $"{site}/counted-{first}/", Extra = Meta("views", "1") };
        await BringAsync(new Export(site).Add(post));

        Assert.Equal(["articles unchanged"], (await BringAsync(new Export(site).Add(post with { Extra = Meta("views", "2") }))).Counts.Keys);
    }

    [Fact]
    public async Task Two_pieces_with_one_number_both_come_over()
    {
        var report = await BringAsync(new Export(site).Add(new(first, "The one", "Words.") { Link = $"{site}/one-{first}/", Guid = "a" }).Add(new(first, "The other", "Words.") { Link = $"{site}/other-{first}/", Guid = "b" }));

        Assert.Contains("The one", await paper.TextAsync($"/one-{first}/"));
        Assert.Contains("The other", await paper.TextAsync($"/other-{first}/"));
        Assert.Equal($"/one-{first}/", await LocationAsync($"/?p={first}"));
        Assert.Contains("its number is another one's too", Assert.Single(report.Faults).What);
    }

    [Fact]
    public async Task The_verification_finds_nothing_wrong_and_would_find_what_is()
    {
        await BringAsync(new Export(site)
            .Add(new(first, "Seen by all", "Words that all may read.") { Link = $"{site}/seen-{first}/", Extra = Comment(first + 1, "These words are held back for now.", "0") })
            .Add(new(first + 9, "Seen by none", "Words that nobody may read as yet, not one.") { Status = "draft", Slug = $"unseen-{first}" }));
        Assert.Empty(OfThisSite(await VerifyAsync()));

        await paper.AskAsync(db => db.Database.ExecuteSqlAsync($"update old_address set target = '/nowhere/' where path = {$"/?p={first}"}"));
        Assert.Contains(OfThisSite(await VerifyAsync()), f => f.Address == $"/?p={first}" && f.What.Contains("should lead to"));

        IEnumerable<Verification.Finding> OfThisSite(Verification.Outcome outcome) => outcome.Findings.Where(f => f.Address.Contains($"{first}"));
    }

    private Task<Verification.Outcome> VerifyAsync() => new Verification(paper.Browser, paper.Part<Data.Database>()).RunAsync(_ => { }, TestContext.Current.CancellationToken);

    private Task<MoveReport> BringAsync(Export export, bool dry = false, string? media = null, string? redirects = null, Action<int, int>? progress = null, CancellationToken? stop = null) =>
        BringAsync(export.WriteTo(folder.FullName), dry, media, redirects, progress, stop);

    private async Task<MoveReport> BringAsync(string file, bool dry = false, string? media = null, string? redirects = null, Action<int, int>? progress = null, CancellationToken? stop = null)
    {
        await using var scope = paper.Services.CreateAsyncScope();
        var order = new MoveDesk.Order((path, tell) => new ExportReader(tell).Read(path), [file], null, media, redirects is null ? [] : [redirects], "en", dry);
        return await scope.ServiceProvider.GetRequiredService<MoveDesk>().BringAsync(order, _ => { }, progress ?? ((_, _) => { }), stop ?? TestContext.Current.CancellationToken);
    }

    private async Task<string?> LocationAsync(string path)
    {
        using var answer = await paper.Browser.GetAsync(path);
        return answer.Headers.Location is { } to ? Uri.UnescapeDataString(to.OriginalString.Replace("%20", "%2520")) : null;
    }
}
