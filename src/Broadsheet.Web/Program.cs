using System.CommandLine;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Features.Comments;
using Broadsheet.Web.Features.Corrections;
using Broadsheet.Web.Features.Exports;
using Broadsheet.Web.Features.Fronts;
using Broadsheet.Web.Features.History;
using Broadsheet.Web.Features.Moving;
using Broadsheet.Web.Features.Publish;
using Broadsheet.Web.Features.Purging;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Features.Serving;
using Broadsheet.Web.Features.Staff;
using Broadsheet.Web.Hosting;

// The contents page: every verb of the program. The pages that it serves are named in Features/Serving/Newspaper.cs.
var program = new RootCommand("Broadsheet, a newspaper engine.")
{
    ServeVerb.Make(), PublishVerb.Make(), ImportVerb.Make(), VerifyImportVerb.Make(), ExportVerb.Make(), RestoreVerb.Make(), StaffVerb.Make(), WithdrawVerb.Make(), CorrectVerb.Make(), ExpungeVerb.Make(), VerifyHistoryVerb.Make(), FrontVerb.Make(), CommentsVerb.Make(), RelatedVerb.Make(), PurgeVerb.Make(), VersionVerb.Make(),
};
var parsed = program.Parse(args);
// The paper hears itself that it is to end (Hosting/Draining.cs), and takes the time it needs.
var hears = parsed.CommandResult.Command.Name == ServeVerb.Name;
var exitCode = await parsed.InvokeAsync(hears ? new InvocationConfiguration { ProcessTerminationTimeout = null } : null);
return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : exitCode;
