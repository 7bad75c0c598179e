namespace HalfSky.Bench;

/// <summary>How much is loaded and measured.</summary>
/// <param name="Visits">Visits.</param>
/// <param name="Townships">Townships.</param>
/// <param name="Villages">Villages of a township.</param>
/// <param name="Homes">Households of a village, two people each.</param>
/// <param name="Samples">Runs of each read, at most; a slow one is cut off by time.</param>
/// <param name="Creates">Entries created a side and number of clients.</param>
/// <param name="Starts">Cold starts.</param>
internal sealed record Size(int Visits, int Townships, int Villages, int Homes, int Samples, int Creates, int Starts);
