using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace Broadsheet.Web.Layout;

/// <summary>A rendered template as a variable of another one. It is rendered where it stands, straight into the page, and is HTML already.</summary>
internal sealed class Inset(Func<TextWriter, ValueTask> render) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) => render(writer);

    /// <summary>For a template that does something else with it than show it.</summary>
    public override string ToStringValue()
    {
        var text = new StringWriter();
        render(text).AsTask().GetAwaiter().GetResult();
        return text.ToString();
    }

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override object ToObjectValue() => ToStringValue();
}
