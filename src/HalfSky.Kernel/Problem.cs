namespace HalfSky.Kernel;

/// <summary>One reason why something is not accepted, said so that the person who typed it knows what to do.</summary>
/// <param name="Code">Stable and never reused, such as “care.visit-in-future”: programs read it.</param>
/// <param name="Text">A Chinese sentence for the person; says what to do, and never quotes a sealed value.</param>
/// <param name="Field">Name of the field it belongs to; absent when it concerns the whole.</param>
public sealed record Problem(string Code, string Text, string? Field = null)
{
    /// <summary>The same problem, bound to a field.</summary>
    /// <param name="field">The field's name in the form.</param>
    public Problem At(string field) => this with { Field = field };
}
