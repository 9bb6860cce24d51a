using System.CommandLine;
using System.Reflection;

namespace Broadsheet.Web.Hosting;

/// <summary>broadsheet version: which program this is.</summary>
public static class VersionVerb
{
    public static Command Make()
    {
        var verb = new Command("version", "Prints the version.");
        verb.SetAction(_ => Console.WriteLine(Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]));
        return verb;
    }
}
