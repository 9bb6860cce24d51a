using System.CommandLine;
using Broadsheet.Bench.Checks;
using Broadsheet.Bench.Corpus;
using Broadsheet.Bench.Edits;
using Broadsheet.Bench.Moves;
using Broadsheet.Bench.Servers;
using Broadsheet.Bench.Speed;
using Broadsheet.Bench.Spike;
using Broadsheet.Bench.Start;
using Broadsheet.Web.Hosting;

// The contents page: every verb of the bench.
var bench = new RootCommand("Measures Broadsheet.")
{
    CorpusVerb.Make(), SpeedVerb.Make(), SpikeVerb.Make(), EditsVerb.Make(), StartVerb.Make(), ExportVerb.Make(), MoveVerb.Make(), FaultsVerb.Make(), ChecksVerb.Make(), BareKestrel.Make(),
};
var parsed = bench.Parse(args);
var exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : exitCode;
