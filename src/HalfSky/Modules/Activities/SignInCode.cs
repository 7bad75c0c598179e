using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.Activities;

/// <summary>
/// What the code on the meeting room's screen says: sign in to this activity, on this day, in the name of who showed it. It is signed, so
/// nothing is kept of it, and whoever signs in does so with the rights its shower still has at that moment.
/// </summary>
/// <param name="Activity">The activity.</param>
/// <param name="Account">Who showed the code and answers for it.</param>
/// <param name="Day">The one day it is good for.</param>
internal sealed record SignInCode(Guid Activity, Guid Account, DateOnly Day)
{
    private const string Use = "sign-in code";
    private const int Id = 16, Said = Id + Id + sizeof(int), Mac = 12;

    /// <summary>As it stands in the address, 64 letters.</summary>
    public string Write(Vault vault)
    {
        var bytes = new byte[Said + Mac];
        Activity.TryWriteBytes(bytes, bigEndian: true, out _);
        Account.TryWriteBytes(bytes.AsSpan(Id), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(Id + Id), Day.DayNumber);
        vault.Mac(Use, bytes.AsSpan(0, Said)).AsSpan(0, Mac).CopyTo(bytes.AsSpan(Said));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads one; null when it was not made here, was altered, or is of another day.</summary>
    public static SignInCode? Read(Vault vault, string? text, DateOnly today)
    {
        Span<byte> bytes = stackalloc byte[Said + Mac];
        if (text is null || !Base64Url.IsValid(text, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(text, bytes, out _)) return null;
        if (!CryptographicOperations.FixedTimeEquals(vault.Mac(Use, bytes[..Said]).AsSpan(0, Mac), bytes[Said..])) return null;
        return BinaryPrimitives.ReadInt32BigEndian(bytes[(Id + Id)..]) == today.DayNumber
            ? new(new Guid(bytes[..Id], bigEndian: true), new Guid(bytes.Slice(Id, Id), bigEndian: true), today) : null;
    }

    /// <summary>Is the activity held on the day, so that one can sign in by code? A day of a course is signed in for in its course.</summary>
    public static bool IsOpen(Activity activity, DateOnly today) =>
        activity.Counts && activity.CourseDay is null && activity.Date <= today && today <= (activity.LastDay ?? activity.Date);
}
