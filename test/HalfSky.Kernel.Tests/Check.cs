using FsCheck;
using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

/// <summary>Properties in one line each: a generator and what must hold.</summary>
internal static class Check
{
    public static readonly Gen<DateOnly> Days =
        Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    public static readonly Gen<Branch> Branches =
        from depth in Gen.Choose(1, 5)
        from ordinals in Gen.ArrayOf(Gen.Choose(1, 999), depth - 1)
        select ordinals.Aggregate(Branch.Root, (branch, ordinal) => branch.Child(ordinal));

    public static Gen<string> TextOf(string characters) =>
        Gen.Elements(characters.EnumerateRunes().Select(r => r.ToString()).ToArray()).ListOf().Select(string.Concat);

    public static void All<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500));
}
