using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Broadsheet.Web.SigningIn;

/// <summary>The framework's parts for signing in, put together. At the start they are only named; the first request for the newsroom builds them.</summary>
public static class SigningInParts
{
    public const string SessionCookie = "newsroom", CodeCookie = "newsroom-code", FormCookie = "newsroom-form";

    /// <summary>PBKDF2 with HMAC-SHA-512, as often as OWASP advises.</summary>
    public static readonly IOptions<PasswordHasherOptions> Hashing = Options.Create(new PasswordHasherOptions { IterationCount = 210_000 });

    // Beyond the door to the second question: password right, code not yet.
    private static readonly TimeSpan TimeForCode = TimeSpan.FromMinutes(10);

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<Visitor>().AddScoped<Sessions>().AddScoped<Credentials>().AddSingleton<WrongTries>().AddSingleton<PasskeyState>().AddSingleton<NewsroomMenu>().AddSingleton<NewsroomFiles>();
        services.AddScoped(all => all.GetRequiredService<Visitor>().Me ?? throw new InvalidOperationException("Only an address for those who have signed in can ask who that is."));
        services.AddIdentityCore<StaffMember>().AddUserStore<StaffStore>().AddTokenProvider<AuthenticatorTokenProvider<StaffMember>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // It stands for password and code together, and is found without a name being typed.
            (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin) && origin.Authority == context.HttpContext.Request.Host.Value);
        });
        services.AddSingleton(Hashing);
        services.AddAuthentication()
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => Set(cookie, SessionCookie, StaffSession.LongestPause))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => Set(cookie, CodeCookie, TimeForCode));
        services.AddAntiforgery(form =>
        {
            (form.FormFieldName, form.HeaderName, form.SuppressXFrameOptionsHeader) = (Newsroom.TokenField, Newsroom.TokenHeader, true);
            (form.Cookie.Name, form.Cookie.Path, form.Cookie.HttpOnly, form.Cookie.SameSite, form.Cookie.SecurePolicy) = (FormCookie, Newsroom.Root, true, SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);
        });
        AddKeys(services);
    }

    /// <summary>Signing in is looked at by <see cref="Door"/>, in the newsroom alone: the framework would put itself before every reader's request.</summary>
    public static void KeepFromReaders(IApplicationBuilder app) => app.Properties["__AuthenticationMiddlewareSet"] = true;

    private static void Set(CookieAuthenticationOptions options, string name, TimeSpan length)
    {
        (options.ExpireTimeSpan, options.SlidingExpiration) = (length, true);
        (options.Cookie.Name, options.Cookie.Path, options.Cookie.HttpOnly, options.Cookie.SameSite, options.Cookie.SecurePolicy) = (name, Newsroom.Root, true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("broadsheet");
        services.AddSingleton<SealedKeys>().AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = all.GetRequiredService<SealedKeys>()));
        // It would read the keys at every start, also where nobody ever comes to the newsroom.
        foreach (var early in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) is true).ToList()) services.Remove(early);
    }
}
