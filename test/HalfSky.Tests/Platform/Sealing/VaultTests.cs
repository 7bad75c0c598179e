using System.Diagnostics;
using System.Security.Cryptography;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;

namespace HalfSky.Tests.Platform.Sealing;

public sealed class VaultTests : IDisposable
{
    private const string Number = "370881199003074621";
    private readonly Place _place = new();
    private Vault Vault => _place.Vault;

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_value_sealed_for_one_purpose_is_refused_to_another()
    {
        var value = Vault.Seal(SealPurpose.IdentityNumber, "person.id", Number);
        Assert.ThrowsAny<CryptographicException>(() => Vault.Reveal(SealPurpose.Phone, "person.id", value));
        Assert.ThrowsAny<CryptographicException>(() => Vault.Reveal(SealPurpose.IdentityNumber, "guardian.id", value));
        Assert.ThrowsAny<CryptographicException>(() => Vault.Reveal(SealPurpose.IdentityNumber, "person.ic", value));
    }

    [Fact]
    public void A_value_altered_anywhere_is_refused()
    {
        var value = Vault.Seal(SealPurpose.IdentityNumber, "person.id", Number);
        for (var i = 0; i < value.Bytes.Length; i++)
        {
            var altered = (byte[])value.Bytes.Clone();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Vault.Reveal(SealPurpose.IdentityNumber, "person.id", new SealedText(altered)));
        }
        for (var length = 0; length < value.Bytes.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => Vault.Reveal(SealPurpose.IdentityNumber, "person.id", new SealedText(value.Bytes[..length])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("370881199003074621")]
    [InlineData("山东省济宁市曲阜市𠮷家村 12 号，门前有槐树")]
    [InlineData("0123456789abcdef")]
    public void A_sealed_value_comes_back_whole(string plain)
    {
        var value = Vault.Seal(SealPurpose.Address, "person.address", plain);
        Assert.Equal(plain, Vault.Reveal(SealPurpose.Address, "person.address", value));
        using var later = Vault.Open(_place.Folder);
        Assert.Equal(plain, later.Reveal(SealPurpose.Address, "person.address", value));
    }

    [Fact]
    public void Equal_values_share_the_prefix_and_nothing_else()
    {
        var (one, two) = (Vault.Seal(SealPurpose.Phone, "phone", "13812345678"), Vault.Seal(SealPurpose.Phone, "phone", "13812345678"));
        Assert.Equal(one, two);
        Assert.Equal(Vault.HashOf(SealPurpose.Phone, "phone", "13812345678"), one.Hash.ToArray());
        Assert.NotEqual(one.Bytes[24..], two.Bytes[24..]);
        Assert.NotEqual(one, Vault.Seal(SealPurpose.Phone, "phone", "13812345679"));
        Assert.NotEqual(one.Hash.ToArray(), Vault.HashOf(SealPurpose.Phone, "other.phone", "13812345678"));
    }

    [Fact]
    public void The_last_four_find_the_value()
    {
        var value = Vault.Seal(SealPurpose.Phone, "phone", "13812345678");
        var tail = value.Bytes[SealedText.HashLength..(SealedText.HashLength + SealedText.TailLength)];
        Assert.Equal(Vault.TailOf(SealPurpose.Phone, "phone", "5678"), tail);
        Assert.Equal(Vault.TailOf(SealPurpose.Phone, "phone", "13812345678"), tail);
        Assert.NotEqual(Vault.TailOf(SealPurpose.Phone, "phone", "5679"), tail);
    }

    [Fact]
    public void The_length_tells_little()
    {
        Assert.Equal(Vault.Seal(SealPurpose.Medical, "result", "阳性").Bytes.Length, Vault.Seal(SealPurpose.Medical, "result", "未见异常").Bytes.Length);
    }

    [Fact]
    public void Values_from_before_a_new_key_stay_readable_and_equal()
    {
        var before = Vault.Seal(SealPurpose.Phone, "phone", "13812345678");
        Vault.Rotate();
        var after = Vault.Seal(SealPurpose.Phone, "phone", "13812345678");
        using var later = Vault.Open(_place.Folder);
        Assert.Equal("13812345678", later.Reveal(SealPurpose.Phone, "phone", before));
        Assert.Equal("13812345678", later.Reveal(SealPurpose.Phone, "phone", after));
        Assert.Equal(before, after);
        Assert.NotEqual(before.Bytes[25], after.Bytes[25]);
    }

    [Fact]
    public void No_new_keys_are_made_beside_old_data()
    {
        File.Move(_place.Folder.MasterKey, _place.Folder.MasterKey + ".away");
        Assert.Equal([SealingProblems.NoMasterKey], Assert.Throws<Refusal>(() => Vault.Open(_place.Folder)).Problems);
        File.Move(_place.Folder.KeyRing, _place.Folder.KeyRing + ".away");
        Assert.Equal([SealingProblems.NoRing], Assert.Throws<Refusal>(() => Vault.Open(_place.Folder)).Problems);
    }

    [Fact]
    public void A_master_key_of_another_installation_is_refused()
    {
        using var other = new Place();
        File.Copy(other.Folder.MasterKey, _place.Folder.MasterKey, overwrite: true);
        Assert.Equal([SealingProblems.WrongMasterKey], Assert.Throws<Refusal>(() => Vault.Open(_place.Folder)).Problems);
        File.WriteAllText(_place.Folder.KeyRing, "{");
        Assert.Equal([SealingProblems.DamagedRing], Assert.Throws<Refusal>(() => Vault.Open(_place.Folder)).Problems);
    }

    [Fact]
    public void A_recovery_code_restores_the_master_key_however_it_is_typed()
    {
        var value = Vault.Seal(SealPurpose.Case, "case.text", "案情");
        var code = Vault.CreateRecoveryCode();
        Assert.Matches("^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$", code);
        var master = File.ReadAllBytes(_place.Folder.MasterKey);
        File.Delete(_place.Folder.MasterKey);

        Assert.True(Vault.Recover(_place.Folder, " " + code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l')));
        Assert.Equal(master, File.ReadAllBytes(_place.Folder.MasterKey));
        using var again = Vault.Open(_place.Folder);
        Assert.Equal("案情", again.Reveal(SealPurpose.Case, "case.text", value));
    }

    [Fact]
    public void A_mistyped_code_and_another_installations_code_are_told_apart()
    {
        Assert.Equal([SealingProblems.NoCode], Assert.Throws<Refusal>(() => Vault.Recover(_place.Folder, Another())).Problems);
        var code = Vault.CreateRecoveryCode();
        var slip = (code[0] == '7' ? '8' : '7') + code[1..];
        foreach (var typed in new[] { slip, "", "1234", code + "0", new string('A', 100_000) })
            Assert.Equal([SealingProblems.MistypedCode], Assert.Throws<Refusal>(() => Vault.Recover(_place.Folder, typed)).Problems);
        Assert.False(Vault.Recover(_place.Folder, Another()));

        static string Another()
        {
            using var other = new Place();
            return other.Vault.CreateRecoveryCode();
        }
    }

    [Fact]
    public void A_later_code_replaces_the_earlier_one()
    {
        var first = Vault.CreateRecoveryCode();
        var second = Vault.CreateRecoveryCode();
        Assert.False(Vault.Recover(_place.Folder, first));
        Assert.True(Vault.Recover(_place.Folder, second));
    }

    [Fact]
    public void Keys_can_be_read_by_their_owner_only()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_place.Folder.MasterKey));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_place.Folder.Keys));
    }

    [Fact]
    public void The_ring_tells_no_key()
    {
        var code = Vault.CreateRecoveryCode();
        var ring = File.ReadAllText(_place.Folder.KeyRing);
        Assert.DoesNotContain(Convert.ToBase64String(File.ReadAllBytes(_place.Folder.MasterKey)), ring);
        Assert.DoesNotContain(code, ring);
    }

    [Fact]
    public async Task Many_threads_seal_at_once_and_fast()
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, 20_000, (i, _) =>
        {
            var plain = "1381234" + (i % 10_000).ToString("0000");
            var value = Vault.Seal(SealPurpose.Phone, "phone", plain);
            if (i % 20 == 0) Assert.Equal(plain, Vault.Reveal(SealPurpose.Phone, "phone", value));
            return ValueTask.CompletedTask;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"20,000 seals in {watch.ElapsedMilliseconds} ms");
        // A wide margin: the machine is shared.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }
}
