using System.Globalization;

namespace Broadsheet.Web.Hosting;

/// <summary>Settings that are whole numbers.</summary>
internal static class Figures
{
    /// <exception cref="OperatorMistake">Not a whole number, or less than <paramref name="least"/>.</exception>
    public static int Of(IConfiguration values, string name, int usual, int least = 1)
    {
        if (values[name] is not { } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : throw new OperatorMistake($"{name} is a whole number, at least {least}, not \"{text}\".");
    }

    /// <summary>A number of seconds.</summary>
    public static TimeSpan Seconds(IConfiguration values, string name, int usual, int least = 1) => TimeSpan.FromSeconds(Of(values, name, usual, least));
}
