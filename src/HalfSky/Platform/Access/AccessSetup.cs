using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HalfSky.Platform.Access;

/// <summary>Wires access. Asks the container for Clock, AppDb, Session, Vault, DataFolder, Roles, PostsOf and PostHolders.</summary>
public static class AccessSetup
{
    /// <summary>Adds accounts, sessions, phones and the current user.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddSingleton<FirstRun>();
        services.AddScoped<CurrentUserSource>();
        // Transient: who resolves it before she is recognised must not freeze “nobody” for the whole request.
        services.AddTransient(s => s.GetRequiredService<CurrentUserSource>().Current);
        services.AddScoped<AccessLog>();
        services.AddScoped<AccountRights>();
        services.AddScoped<AccountDeeds>();
        services.AddScoped<SignIn>();
        services.AddScoped<PhoneDoor>();
        services.AddScoped<Invitations>();
        services.AddScoped<UserCommands>();
        services.TryAddScoped<PostsOf>(_ => (_, _, _) => Task.FromResult<IReadOnlyList<HeldPost>>([]));
        services.TryAddScoped<PostHolders>(_ => (_, _, _, _) => Task.FromResult<IReadOnlyList<PostHolder>>([]));
        services.AddOptions<AccessOptions>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "halfsky-form";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.HeaderName = "RequestVerificationToken";
        });
        services.AddRateLimiter(DoorLimits.Add);
        services.AddDataProtection();
        // The form keys lie beside the master key, behind the same door; a warning at every start would only teach to overlook warnings.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>(KeepKeys);
        return services;
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o => o.User.AllowedUserNameCharacters = "")
            .AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        // Ours are stricter where it helps and allow an account without a user name.
        services.RemoveAll<IUserValidator<Account>>();
        services.RemoveAll<IPasswordValidator<Account>>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>, PasswordHasher<Account>>());
        services.AddSingleton<Passwords>();
    }

    /// <summary>
    /// Headers, rate limits, recognition and the gate, in this order. Call it after the error pages and before the endpoints are mapped.
    /// </summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<Recognition>();
        app.UseMiddleware<Gate>();
        // Asking is enough: recognition notes that she is still there.
        app.MapGet("/me/stay", () => Results.NoContent()).WithMetadata(new SignedInAttribute { BeforeDuties = true });
        return app;
    }

    // With the data, so that a restart does not void every open form.
    private static void KeepKeys(KeyManagementOptions keys, IServiceProvider services)
    {
        if (services.GetService<DataFolder>() is not { } folder) return;
        var place = Directory.CreateDirectory(Path.Combine(folder.Keys, "forms"));
        keys.XmlRepository = new FileSystemXmlRepository(place, services.GetRequiredService<ILoggerFactory>());
    }
}
