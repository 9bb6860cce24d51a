namespace Broadsheet.Bench.Hosting;

/// <summary>The contestants, as tables call them.</summary>
public static class Names
{
    public const string Broadsheet = "Broadsheet", Nginx = "nginx, static files", BareKestrel = "bare Kestrel";
}
