using System.Collections.Frozen;

namespace Broadsheet.Domain.Text;

/// <summary>Words that stand in nearly every text of a language, in the form that <see cref="Words"/> gives them.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>
    {
        ["en"] = """
            a about above after again against all also am an and any are as at be because been before being below between
            both but by can could did do does doing down during each few first for from further had has have having he her
            here hers him his how i if in into is it its just last may me might more most mr mrs ms must my new no nor not
            now of off on once one only or other our out over own said same say says she should so some such than that the
            their them then there these they this those through to told too two under until up us very was we were what
            when where which while who whom why will with would year years yes yet you your
            don't doesn't didn't won't can't couldn't wouldn't isn't aren't wasn't weren't i'm i've it's that's he's
            they're we're you're
            """,
        ["de"] = """
            aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis da dabei damit dann das dass dem
            den denn der des die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er
            es etwas für gegen hab habe haben hat hatte hatten hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja
            jede jeder jedes jetzt kann kein keine können man mehr mit muss müssen nach nicht noch nun nur ob oder ohne sagt
            sagte schon sehr sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte über um und uns
            unter vom von vor war waren was weil wenn werde werden wie wieder will wir wird wo worden wurde wurden zu zum
            zur zwei zwischen
            """,
        ["hi"] = """
            अपना अपनी अपने अब आप इन इस इसके इसी उन उनका उनकी उनके उन्हें उन्होंने उस उसका उसकी उसके एक एवं ऐसे और कर करता करते
            करना करने कहा का किया किसी की कुछ के को कोई गई गए गया जब जा जाता जाती जाते जो तक तथा तो था थी थे दिया दो द्वारा
            नहीं ने पर फिर बाद भी में मैं यदि यह यहाँ या ये रहा रही रहे लिए लेकिन वह वे सकते साथ से हम ही हुआ हुई हुए है हैं
            हो होता होती होने
            """,
        ["ar"] = """
            من في على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون ما لا لم لن أن ان إن أو او ثم قد كل بعد قبل
            بين حتى هو هي هم نحن أنا أنت عند عندما كما لكن لو إذا حيث منذ أي بعض غير وقد فيه فيها به بها له لها عليه عليها
            منه منها أنه أنها وهو وهي وقال قال قالت يوم خلال ضد حول دون
            """,
    }.ToFrozenDictionary(list => list.Key, list => Words.In(list.Value, list.Key).ToFrozenSet());

    public static FrozenSet<string> Of(string primaryLanguage) =>
        ByLanguage.GetValueOrDefault(primaryLanguage, FrozenSet<string>.Empty);
}
