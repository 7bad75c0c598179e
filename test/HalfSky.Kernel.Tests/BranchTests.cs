using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class BranchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(999_999_999_999)]
    [InlineData(2_000_000_000_000)]
    [InlineData(1_000_000_000_001)]
    [InlineData(1_001_000_005_000)]
    [InlineData(-1_000_000_000_000)]
    public void A_number_that_belongs_to_no_node_is_refused(long value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Branch(value));
        Assert.False(Branch.TryParse(value.ToString(), null, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("一")]
    [InlineData(" 1000000000000")]
    [InlineData("+1000000000000")]
    [InlineData("99999999999999999999")]
    public void Text_that_is_no_number_is_refused(string text) => Assert.Throws<FormatException>(() => Branch.Parse(text));

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1)]
    public void A_child_outside_1_to_999_is_refused(int ordinal) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Branch.Root.Child(ordinal));

    [Fact]
    public void A_leaf_has_no_children_and_a_level_below_does_not_exist()
    {
        var leaf = Branch.Root.Child(1).Child(1).Child(1).Child(1);
        Assert.Throws<InvalidOperationException>(() => leaf.Child(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Branch.Root.AtDepth(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => leaf.AtDepth(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Branch.Width(6));
    }

    [Fact]
    public void The_twelfth_village_of_the_third_township_has_the_number_written_in_the_decision()
    {
        var village = Branch.Root.Child(3).Child(12);
        Assert.Equal(1_003_012_000_000, village.Value);
        Assert.Equal(3, village.Depth);
        Assert.Equal(12, village.Ordinal);
        Assert.Equal(1_003_013_000_000, village.High);
        Assert.Equal([Branch.Root, Branch.Root.Child(3), village], village.PathFromRoot());
        Assert.Null(Branch.Root.Parent);
        Assert.Equal(2_000_000_000_000, Branch.Root.High);
        Assert.Equal("1003012000000", village.ToString());
    }

    [Fact]
    public void A_child_lies_in_its_parent_and_in_no_neighbour() => Check.All(
        Check.Branches.Where(b => b.Depth < 5).Zip(Gen.Choose(1, 999)), pair =>
        {
            var (parent, ordinal) = pair;
            var child = parent.Child(ordinal);
            return child.Parent == parent && child.Ordinal == ordinal && child.Depth == parent.Depth + 1
                && parent.Contains(child) && !child.Contains(parent) && parent.Contains(child.Last)
                && (ordinal == 999 || !child.Contains(parent.Child(ordinal + 1)));
        });

    [Fact]
    public void Containing_means_standing_on_the_path_from_the_root() => Check.All(
        Check.Branches.Zip(Check.Branches),
        pair => pair.Item1.Contains(pair.Item2) == pair.Item2.PathFromRoot().Contains(pair.Item1));

    [Fact]
    public void What_is_printed_is_read_back() => Check.All(
        Check.Branches, branch => Branch.Parse(branch.ToString()) == branch && branch.PathFromRoot().Last() == branch);

    [Fact]
    public void The_last_number_is_a_branch_and_closes_the_range() => Check.All(
        Check.Branches, branch => branch.Last.Value == branch.High - 1 && branch >= branch.Low() && branch <= branch.Last);
}

file static class Reading
{
    public static Branch Low(this Branch branch) => new(branch.Low);
}
