# The command line of HalfSky; built when it is missing. The same as bin/halfsky.
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$dll = Join-Path $root 'artifacts/bin/HalfSky.Host/debug/HalfSky.Host.dll'
if (-not (Test-Path $dll)) { dotnet build (Join-Path $root 'src/HalfSky.Host') --nologo -v quiet; if ($LASTEXITCODE) { exit $LASTEXITCODE } }
dotnet $dll @args
exit $LASTEXITCODE
