namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>First names that are common in English and German: beside one a person is meant, and two of them are two people's.</summary>
internal static class GivenNames
{
    private static readonly HashSet<string> Known = new((
        "Adam Adrian Agnes Alan Albert Alex Alexander Alexandra Alfred Alice Alison Allan Amanda Amelia Amy Andrea Andreas Andrew Angela Anita Ann Anna Anne " +
        "Annette Anthony Antonia Antonio Arthur Astrid Barbara Beate Beatrice Ben Benjamin Bernard Bernd Bettina Bianca Birgit Brenda Brian Bruce Carl Carla " +
        "Carlos Carmen Carol Caroline Carolyn Catherine Cecilia Charles Charlotte Chris Christa Christian Christina Christine Christoph Christopher Claire " +
        "Clara Claudia Colin Cornelia Craig Cynthia Dagmar Daniel Daniela David Deborah Dennis Diana Diane Dieter Dirk Dominic Donald Donna Doris Dorothy " +
        "Douglas Edith Edward Eleanor Elena Elisabeth Elizabeth Ella Ellen Elsa Emily Emma Eric Erica Erik Erika Ernst Esther Eva Evelyn Felix Florian Frances " +
        "Francis Frank Franz Fred Frederick Friedrich Gabriel Gabriele Gary Geoffrey Georg George Gerald Gerhard Gisela Gordon Grace Graham Gregory Günter " +
        "Hannah Hans Harald Harold Harry Heather Heidi Heike Heinrich Heinz Helen Helena Helga Helmut Henry Herbert Hermann Holger Horst Howard Hugh Ian Ida " +
        "Ingrid Irene Iris Isabel Jack Jacob Jacqueline James Jan Jane Janet Jason Jean Jeff Jeffrey Jennifer Jens Jessica Jill Jim Joachim Joan Joanna Joe " +
        "Johann Johannes John Jonas Jonathan Joseph Joshua José Judith Judy Julia Julian Julie Juliet Justin Jürgen Karen Karin Karl Karla Katharina Katherine " +
        "Kathleen Kathrin Kathryn Katja Keith Kelly Ken Kenneth Kerstin Kevin Kim Klaus Kurt Larry Lars Laura Lauren Lawrence Lena Leo Leon Leonard Linda Lisa " +
        "Lothar Louis Louise Lucas Lucy Luis Lukas Lydia Maggie Malcolm Manfred Manuel Manuela Marc Marco Marcus Margaret Maria Marianne Marie Marilyn Mario " +
        "Marion Mark Markus Marta Martha Martin Martina Mary Mathias Matthew Matthias Max Maya Megan Melanie Melissa Michael Michaela Michelle Miguel Mike Mona " +
        "Monica Monika Muhammad Nadia Nadine Nancy Natalie Neil Nicholas Nick Nicole Nigel Nina Nora Norbert Norman Olga Oliver Oscar Otto Pamela Patricia " +
        "Patrick Paul Paula Pedro Peter Petra Philip Phillip Phyllis Rachel Rainer Ralf Ralph Raymond Rebecca Regina Renate Richard Rita Robert Roberto Robin " +
        "Roger Roland Rolf Ronald Rosa Rose Ross Roy Rudolf Russell Ruth Ryan Sabine Sabrina Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian " +
        "Sharon Sheila Shirley Silke Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Stella Stephanie Stephen Steve Steven Stuart Susan Susanne " +
        "Sven Sylvia Tanja Teresa Terry Theodor Theresa Thomas Thorsten Tim Timothy Tina Tobias Todd Tom Tony Tracy Udo Ulrich Ulrike Ursula Ute Uwe Valerie " +
        "Vanessa Vera Veronica Victor Victoria Vincent Virginia Volker Walter Wanda Wayne Wendy Werner William Wolfgang Yvonne Zoe").Split(' '));

    public static bool Has(string name) => Known.Contains(name);
}
