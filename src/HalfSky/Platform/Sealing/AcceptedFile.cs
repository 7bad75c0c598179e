using HalfSky.Kernel;

namespace HalfSky.Platform.Sealing;

/// <summary>A file that is on the disk already, encrypted, and waits for its row (<see cref="Attachment.Make"/>).</summary>
/// <param name="ContentHash">Where the content lies.</param>
/// <param name="Size">Bytes as kept.</param>
/// <param name="MediaType">What the content is.</param>
/// <param name="Name">Cleaned name, its ending that of the media type.</param>
public sealed record AcceptedFile(string ContentHash, long Size, string MediaType, string Name);

/// <summary>What became of an upload: a file, or the reason why not.</summary>
/// <param name="File">The file, when accepted.</param>
/// <param name="Problem">The reason, when refused.</param>
public sealed record FileVerdict(AcceptedFile? File, Problem? Problem)
{
    /// <summary>Accepted.</summary>
    public static implicit operator FileVerdict(AcceptedFile file) => new(file, null);

    /// <summary>Refused.</summary>
    public static implicit operator FileVerdict(Problem problem) => new(null, problem);
}
