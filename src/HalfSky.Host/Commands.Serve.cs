using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;

namespace HalfSky.Host;

internal static partial class Commands
{
    private const string PasswordVariable = "HALFSKY_CERT_PASSWORD";
    private const string Plain = "http://127.0.0.1:5080", Secured = "https://127.0.0.1:5443";

    private static readonly Problem BadCertificate = new("serve.cert",
        $"证书打不开。请给 PFX 文件（口令放在环境变量 {PasswordVariable}），或者 PEM 文件（私钥在同一个文件里，或者在旁边同名的 .key 文件里）。", "cert");

    private static readonly Problem NoSecureUrl = new("serve.urls", "给了证书，--urls 里却没有 https 地址，例如 https://0.0.0.0:5443。", "urls");

    private static Command Serve()
    {
        var urls = new Option<string?>("--urls") { Description = $"监听地址，分号隔开；默认 {Plain}，有证书时 {Secured}" };
        var cert = new Option<string?>("--cert") { Description = "HTTPS 证书，PFX 或 PEM" };
        var command = new Command("serve", "启动") { urls, cert };
        command.SetAction(async (parsed, ct) =>
        {
            var file = parsed.GetValue(cert);
            var address = parsed.GetValue(urls) ?? (file is null ? Plain : Secured);
            if (file is not null && !address.Contains("https://", StringComparison.OrdinalIgnoreCase)) throw new Refusal(NoSecureUrl);
            using var certificate = file is null ? null : Certificate(file);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            steps.Report("正在打开数据库");
            await using var app = await Server.Build(new DataFolder(parsed.GetValue(Data)!), parsed.GetValue(Database), address,
                builder => builder.WebHost.ConfigureKestrel(k => k.ConfigureHttpsDefaults(h => h.ServerCertificate = certificate)));
            await app.StartAsync(ct);
            var open = string.Join("、", app.Urls);
            Out(parsed).WriteLine($"半边天已启动：{open} （Ctrl+C 停下）");
            using (var scope = app.Services.CreateScope())
            {
                if (await app.Services.GetRequiredService<FirstRun>().CodeToPrint(scope.ServiceProvider, ct) is { } code)
                    Out(parsed).WriteLine($"首次使用：打开 {open} ，输入安装码 {code}");
            }
            if (app.Urls.All(u => u.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
                Out(parsed).WriteLine("没有 HTTPS 证书：手机上扫码、拍照、没网时先记着都用不了，网络上传的内容也没有加密（只在本机用不受影响）。要开，请用 serve --cert 证书文件。");
            await app.WaitForShutdownAsync(ct);
            return Done;
        });
        return command;
    }

    private static X509Certificate2 Certificate(string file)
    {
        try
        {
            if (File.ReadAllText(file).Contains("-----BEGIN ", StringComparison.Ordinal))
            {
                var key = Path.ChangeExtension(file, ".key");
                using var read = X509Certificate2.CreateFromPemFile(file, File.Exists(key) ? key : null);
                // Windows takes no key that lives in memory only, so it goes through PKCS #12 once.
                return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
            }
            return X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable(PasswordVariable));
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new Refusal(BadCertificate);
        }
    }
}
