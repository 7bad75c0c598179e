using FsCheck;
using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class GramsTests
{
    private static readonly Gen<string> Texts = Check.TextOf("妇女儿童家庭访村王丽𠮷𫠠〇 ，。·aB3三");
    private static readonly Gen<string> Chinese = Check.TextOf("妇女儿童家访村𠮷𫠠").Where(text => text.Length > 0);

    /// <summary>What both databases do with a phrase query.</summary>
    private static bool Finds(string indexed, string query)
    {
        var tokens = Grams.Index(indexed).Split(' ');
        var phrases = Grams.Query(query);
        return phrases.Count > 0 && phrases.All(phrase => Enumerable.Range(0, tokens.Length).Any(start =>
            phrase.Tokens.Count <= tokens.Length - start && Enumerable.Range(0, phrase.Tokens.Count).All(i =>
                phrase.Prefix && i == phrase.Tokens.Count - 1
                    ? tokens[start + i].StartsWith(phrase.Tokens[i], StringComparison.Ordinal)
                    : tokens[start + i] == phrase.Tokens[i])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("，。 ！")]
    [InlineData("\uD800")]
    public void Of_nothing_there_is_nothing_to_index_and_nothing_to_look_for(string? text)
    {
        Assert.Equal("", Grams.Index(text));
        Assert.Empty(Grams.Query(text));
    }

    [Theory]
    [InlineData("妇女，儿童", "妇女儿童")]
    [InlineData("妇女。女儿", "妇女儿")]
    [InlineData("女妇联合", "妇女联合")]
    [InlineData("家访", "家庭")]
    [InlineData("abc", "bc")]
    public void A_phrase_is_not_found_where_it_does_not_stand(string text, string query) => Assert.False(Finds(text, query));

    [Theory]
    [InlineData("走访慰问困难妇女张桂兰一家", "困难妇女")]
    [InlineData("走访慰问困难妇女张桂兰一家", "兰")]
    [InlineData("走访慰问困难妇女张桂兰一家", "张桂兰 慰问")]
    [InlineData("阿依古丽·买买提江", "阿依古丽买买提江")]
    [InlineData("阿依古丽买买提江", "阿依古丽•买买提江")]
    [InlineData("婦女聯合會", "妇女联合会")]
    [InlineData("妇联", "婦聯")]
    [InlineData("２０２６年Ｈ PV疫苗", "2026")]
    [InlineData("HPV疫苗接种", "hp 疫苗")]
    [InlineData("𫠠家村", "𫠠")]
    [InlineData("𫠠家村", "𫠠家")]
    [InlineData("3号楼", "3号楼")]
    public void What_stands_in_the_text_is_found(string text, string query) => Assert.True(Finds(text, query));

    [Fact]
    public void Pairs_come_first_and_single_characters_after_them()
    {
        Assert.Equal("妇女 女儿 儿 hpv 三八 八 妇 女 三", Grams.Index("妇女儿，HPV·三八"));
        Assert.Equal(["妇女 女儿", "hpv*", "三"], Grams.Query("妇女儿 HPV 三 三").Select(phrase => phrase.ToString()));
    }

    [Fact]
    public void A_rare_character_is_spelt_out_since_old_tokenizers_drop_it() =>
        Assert.Equal("u2b820家 家 u2b820", Grams.Index("𫠠家"));

    [Fact]
    public void A_very_long_word_is_cut_alike_in_index_and_query()
    {
        var word = new string('a', 5000);
        Assert.Equal(40, Grams.Index(word).Length);
        Assert.True(Finds(word, word));
    }

    [Fact]
    public void Every_part_of_a_run_is_found_in_it() => Check.All(
        Chinese.Zip(Gen.Choose(0, 1000)).Zip(Gen.Choose(1, 1000)), input =>
        {
            var ((text, start), length) = input;
            var runes = text.EnumerateRunes().ToList();
            start %= runes.Count;
            var part = string.Concat(runes.Skip(start).Take(1 + length % (runes.Count - start)));
            return Finds(text, part) && Finds($"王{text}，2026{text}", part);
        });

    [Fact]
    public void What_is_found_as_one_run_does_stand_in_the_text() => Check.All(
        Texts.Zip(Chinese.Where(text => text.Length is > 1 and < 8)), pair =>
            Finds(pair.Item1, pair.Item2) == pair.Item1.Replace("·", "").Contains(pair.Item2, StringComparison.Ordinal));

    [Fact]
    public void A_text_finds_itself_and_no_token_has_a_blank() => Check.All(Texts, text =>
        (Grams.Query(text).Count == 0 || Finds(text, text)) && Grams.Of(text).All(token => token.Length > 0 && !token.Contains(' ')));
}
