using System.Net;
using HalfSky.Kernel;

namespace HalfSky.Tests;

public sealed class CountyTests
{
    [Fact]
    public async Task The_small_county_stands_and_everybody_is_who_she_is()
    {
        await using var county = await County.Start();
        Assert.Equal(6, county.Facts.Villages.Count);
        Assert.Equal(60, county.Facts.Villages.Sum(v => v.People.Count));
        var reference = await county.Reference();
        Assert.Equal(1 + 1 + 2 + 6, reference.Organizations.All.Count);
        Assert.Equal("槐荫村妇联", reference.Organizations.NameOf(county.Village1.Org));
        Assert.Equal("槐荫村", reference.Places.NameOf(county.Village1.Place));
        Assert.NotEqual(county.Village1.Org, county.Village1.Place);
        Assert.Equal(HttpStatusCode.OK, (await county.Anybody().GetAsync("/healthz")).StatusCode);
        foreach (var persona in Enum.GetValues<Persona>())
        {
            var user = await county.As(persona, (r, _) => Task.FromResult(r.User));
            Assert.Equal(county.Facts.Signed[persona].Account, user.Account);
            Assert.Equal(county.Facts.Signed[persona].Post is null ? 0 : 1, user.Posts.Count);
            Assert.Equal(HttpStatusCode.OK, (await county.Browser(persona).GetAsync("/me")).StatusCode);
        }
        await county.Move(new DateOnly(2027, 2, 1));
        Assert.Equal(HttpStatusCode.OK, (await county.Browser(Persona.Exec).GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await county.Anybody().GetAsync("/me")).StatusCode);
    }
}
