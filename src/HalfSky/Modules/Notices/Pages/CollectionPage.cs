using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>What the pages of a collection share: it, its columns, what came in as far as she may see, and what she may do.</summary>
public abstract class CollectionPage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>Records.</summary>
    protected Recording Recording => recording;

    /// <summary>The collection.</summary>
    public Collection Collection { get; private set; } = null!;

    /// <summary>Its columns; null while no workbook was given.</summary>
    public SheetLayout? Layout { get; private set; }

    /// <summary>What each organisation handed in, as far as she sees.</summary>
    public IReadOnlyList<CollectionReturn> Returns { get; private set; } = [];

    /// <summary>May she give it out, check, send back, send up?</summary>
    public bool Manages { get; private set; }

    /// <summary>May she see all that came in?</summary>
    public bool SeesAll { get; private set; }

    /// <summary>May she see the sealed columns of all?</summary>
    public bool Opens => Desk.User.Scope("collection.unseal").Contains(Collection.Org);

    /// <summary>The register of returns.</summary>
    protected Register Parts => Reference.Register("collection-return")!;

    /// <summary>The register of collections.</summary>
    protected Register Wholes => Reference.Register("collection")!;

    /// <summary>Name of an organisation.</summary>
    public string NameOf(long org) => Reference.Organizations.NameOf(org);

    /// <summary>How far it has come.</summary>
    public CollectionStanding Standing => CollectionStanding.Of(Returns, NameOf);

    /// <summary>The deadline is past.</summary>
    public bool IsOverdue => Collection.Deadline < Desk.Today;

    /// <summary>Opens it for who sees it, or was sent it; false for everybody else.</summary>
    protected async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await recording.Find(Wholes, id, Scope.Whole("whom a collection was sent to fills it; everybody else is turned away below"), ct) is not Collection collection || collection.State is EntryState.Withdrawn) return false;
        var reads = Desk.User.Scope("collection.read");
        (Collection, Layout) = (collection, collection.Sheet());
        (SeesAll, Manages) = (reads.Contains(collection.Org), Desk.User.Scope("collection.record").Contains(collection.Org));
        Returns = await recording.PartsIn<CollectionReturn>(Parts, id, reads, ct);
        return SeesAll || Returns.Count > 0;
    }
}
