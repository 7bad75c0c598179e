# Shared by the scripts beside it; sourced, never run.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
host=artifacts/bin/HalfSky.Host/debug/HalfSky.Host.dll

need() { command -v "$1" >/dev/null || { echo "This needs $2, and did not find \`$1\`." >&2; exit 1; }; }

# step NAME COMMAND…: runs it and says how long it took.
step() {
  local name=$1 from=$SECONDS code=0
  shift
  echo "· $name"
  "$@" || code=$?
  echo "  $name: $((SECONDS - from)) s"
  return "$code"
}

# stale: is the program not built, or any source newer than the last build began?
stamp=artifacts/run.stamp
stale() {
  [ ! -f "$host" ] || [ ! -f "$stamp" ] || [ ! -f src/HalfSky/wwwroot/dist/app.css ] \
    || [ -n "$(find src web package-lock.json Directory.* global.json -newer "$stamp" -type f -not -path '*/wwwroot/dist/*' -not -name pinyin.txt -not -name .lock -print -quit)" ]
}
