# Builds, makes the demo county once, serves it on http://127.0.0.1:5080. The same as bin/run.
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path $PSScriptRoot)
foreach ($tool in 'dotnet', 'node') { if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { throw "This needs $tool." } }
dotnet build src/HalfSky.Host --nologo -v quiet
if ($LASTEXITCODE) { exit $LASTEXITCODE }
if (-not (Test-Path data)) {
  & bin/halfsky.ps1 demo --data ./data.making
  if ($LASTEXITCODE) { Remove-Item -Recurse -Force data.making -ErrorAction SilentlyContinue; exit 1 }
  Rename-Item data.making data
}
if (Test-Path data/demo-accounts.txt) { Get-Content data/demo-accounts.txt -Encoding UTF8 }
& bin/halfsky.ps1 serve --data ./data --urls http://127.0.0.1:5080 @args
exit $LASTEXITCODE
