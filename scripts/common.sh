# Shared by ./studio and ./test. Needs $root, the folder of the checkout. Bash 3.2, as macOS has it, must do.
# shellcheck shell=bash disable=SC2154

jdk_wanted=25
system=$(uname -s)
java_options=(
    # Compiled once, at once: a show has no minute to spare for what would be a little faster after it.
    -XX:TieredStopAtLevel=1
    -XX:+UseSerialGC -Xms64m -Xmx512m
    --enable-native-access=ALL-UNNAMED,javafx.graphics
    --sun-misc-unsafe-memory-access=allow
    # What the virtual machine has to say is not to stand between the lines of --json.
    -Xlog:disable
)
studio_main=(
    --module-path "$root/app/target/javafx" --add-modules javafx.controls
    --class-path "$root/app/target/lib/*"
    liveroom.app.Main
)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# --- JDK -------------------------------------------------------------------------------------------------------------

# Prints the major version of the JDK in a folder; nothing if there is no JDK.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_places() {
    printf '%s\n' "${JAVA_HOME-}"
    local java
    java=$(command -v java || true)
    if [ -n "$java" ]; then
        java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
        printf '%s\n' "${java%/bin/java}"
    fi
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$jdk_wanted+" 2>/dev/null || true
    fi
    local place
    for place in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /usr/local/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.asdf/installs/java/* \
        "${HOME-}"/.local/share/mise/installs/java/*; do
        printf '%s\n' "$place"
    done
}

# Sets JAVA_HOME to the first JDK that is new enough.
find_jdk() {
    local place version
    while IFS= read -r place; do
        version=$(jdk_version "$place")
        if [ -n "$version" ] && [ "$version" -ge "$jdk_wanted" ]; then
            export JAVA_HOME=$place
            return
        fi
    done < <(jdk_places)
    fail "Liveroom needs a JDK $jdk_wanted or later and found none: install one (https://adoptium.net), or set JAVA_HOME to where it is."
}

# --- Maven -----------------------------------------------------------------------------------------------------------

# Sets the command in the array maven: the system's from 3.8 on, else the wrapper, which fetches one.
find_maven() {
    local version=
    if command -v mvn >/dev/null; then
        version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
    fi
    case $version in
        3.[89] | 3.[1-9][0-9] | [4-9].*) maven=(mvn) ;;
        *)
            if ! command -v wget >/dev/null && ! command -v curl >/dev/null; then
                say "Neither Maven nor curl is installed; Java fetches Maven instead."
            fi
            maven=(sh "$root/mvnw")
            ;;
    esac
    maven+=(--batch-mode --no-transfer-progress --file "$root/pom.xml")
}

# --- Packages of the system ------------------------------------------------------------------------------------------

# LIBRARY or PROGRAM or FILE, then the Debian packages that bring it, the newest name first.
runtime_wants='libpulse.so.0 libpulse0
libasound.so.2 libasound2t64 libasound2
libgtk-3.so.0 libgtk-3-0t64 libgtk-3-0
libxcb-shm.so.0 libxcb-shm0
libXtst.so.6 libxtst6
libXxf86vm.so.1 libxxf86vm1
libGL.so.1 libgl1
libudev.so.1 libudev1
libdbus-1.so.3 libdbus-1-3'
test_wants='chromium chromium
Xvfb xvfb
pulseaudio pulseaudio
pactl pulseaudio-utils
ip iproute2
turnserver coturn
/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4 forensics-samples-files'

is_there() {
    case $1 in
        /*) [ -e "$1" ] ;;
        lib*.so.*) [[ $libraries == *"$1 "* ]] ;;
        chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
        *) command -v "$1" || [ -x "/usr/sbin/$1" ] || [ -x "/sbin/$1" ] ;;
    esac >/dev/null
}

# Prints the lines of a table of wants that this system cannot fulfil.
missing_of() {
    local want libraries
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    while IFS= read -r want; do
        is_there "${want%% *}" || printf '%s\n' "$want"
    done <<<"$1"
}

# Installs what is missing where it may, else prints the one command that does.
need_packages() {
    local missing=$1 others=$2
    [ -n "$missing" ] || return 0
    local names
    names=$(cut -d' ' -f1 <<<"$missing" | tr '\n' ' ')
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "Installing what is missing from this system: $names…"
        apt_install "$missing"
    elif command -v apt-get >/dev/null; then
        fail "This system lacks ${names% }. Install it with: sudo apt-get install $(apt_names "$missing")"
    else
        fail "This system lacks ${names% }. Install it with: $others"
    fi
}

# Of each line the first package that this release has.
apt_names() {
    local want candidates name
    while read -r want candidates; do
        for name in $candidates; do
            if apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]'; then
                break
            fi
        done
        printf '%s ' "$name"
    done <<<"$1"
}

apt_install() {
    local log names
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    apt-get update >"$log" 2>&1 </dev/null || true
    read -ra names <<<"$(apt_names "$1")"
    if ! apt-get install --yes --no-install-recommends "${names[@]}" >>"$log" 2>&1 </dev/null; then
        tail -n 5 "$log" >&2
        fail "The packages could not be installed; apt-get says why above. By hand: apt-get install ${names[*]}"
    fi
    rm -f "$log"
    if [ -n "$(missing_of "$1")" ]; then
        fail "Even after installing ${names[*]}, this is missing: $(missing_of "$1" | cut -d' ' -f1 | tr '\n' ' ')"
    fi
}

need_runtime_libraries() {
    [ "$system" = Linux ] || return 0
    local others='your package manager: PulseAudio and ALSA client libraries, GTK 3, libXtst, libXxf86vm'
    if command -v dnf >/dev/null; then
        others='sudo dnf install pulseaudio-libs alsa-lib gtk3 libXtst libXxf86vm libxcb mesa-libGL systemd-libs dbus-libs'
    elif command -v pacman >/dev/null; then
        others='sudo pacman -S --needed libpulse alsa-lib gtk3 libxtst libxxf86vm libxcb libglvnd systemd-libs dbus'
    elif command -v zypper >/dev/null; then
        others='sudo zypper install libpulse0 libasound2 libgtk-3-0 libXtst6 libXxf86vm1 libxcb-shm0 Mesa-libGL1 libudev1 libdbus-1-3'
    fi
    need_packages "$(missing_of "$runtime_wants")" "$others"
}

need_test_programs() {
    if [ "$system" != Linux ]; then
        fail "The tests need Xvfb and PulseAudio, and so run on Linux alone. Single ones may run here: ./mvnw test -Dtest=NAME"
    fi
    local others='your package manager: Chromium, Xvfb, PulseAudio with pactl, iproute2, Noto CJK fonts'
    if command -v dnf >/dev/null; then
        others='sudo dnf install chromium xorg-x11-server-Xvfb pulseaudio pulseaudio-utils iproute coturn google-noto-sans-cjk-fonts'
    elif command -v pacman >/dev/null; then
        others='sudo pacman -S --needed chromium xorg-server-xvfb pulseaudio iproute2 coturn noto-fonts-cjk'
    fi
    need_packages "$(missing_of "$test_wants")" "$others"
}

# --- Building --------------------------------------------------------------------------------------------------------

# Builds the studio unless nothing has changed since it was built. Whoever comes while it is being built waits.
build_if_older() {
    local stamp=$root/app/target/built log=$root/app/target/build.log newer
    mkdir -p "$root/app/target"
    if command -v flock >/dev/null; then
        exec 9>"$root/app/target/build.lock"
        flock 9
    fi
    newer=start
    if [ -e "$stamp" ]; then
        newer=$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/{capture,encoder,transport,app}/src/main "$root/assets" \
            -name target -prune -o -newer "$stamp" -print -quit)
    fi
    if [ -n "$newer" ]; then
        find_maven
        if [ "$newer" = start ]; then
            say "Building Liveroom (first time: a few minutes)…"
        else
            say "Building Liveroom…"
        fi
        rm -rf "$root/app/target/lib" "$root/app/target/javafx" "$root"/app/target/start-* "$stamp"
        if ! "${maven[@]}" --quiet -Dmaven.test.skip=true --projects app --also-make package >"$log" 2>&1 </dev/null; then
            grep -E '^\[ERROR\] .' "$log" | grep -vE 'full stack trace|full debug logging|more information|\[Help 1\] http' |
                head -n 5 >&2 || tail -n 5 "$log" >&2
            fail "Liveroom could not be built. All that Maven said is in $log."
        fi
        touch "$stamp"
    fi
    exec 9>&-
}

# --- Starting --------------------------------------------------------------------------------------------------------

# Lets the studio run for some seconds, seen by nobody, and has Java keep what it learns (JEP 514, JEP 515): later starts
# are sooner there and compile less while they are on air. Once for each build and JDK; without it the studio starts as
# well, only slower.
learn_to_start() {
    local jdk learnt folder pid tries=0
    jdk=$(cksum <"$JAVA_HOME/release")
    learnt=$root/app/target/start-${jdk%% *}
    if [ ! -e "$learnt.tried" ]; then
        touch "$learnt.tried"
        say "Learning to start quickly (once for each build, less than half a minute)…"
        folder=$(mktemp -d)
        LIVEROOM_HOME=$folder "$JAVA_HOME/bin/java" "${java_options[@]}" "-XX:AOTCacheOutput=$learnt.aot" \
            "${studio_main[@]}" live --headless --video test --audio test --port 0 \
            --https-port 0 --record "$folder/show.mkv" >"$folder/out" 2>&1 </dev/null &
        pid=$!
        # shellcheck disable=SC2064
        trap "kill -KILL $pid 2>/dev/null; rm -rf '$folder' '$learnt'*; exit 130" INT TERM
        until grep -q '^Watch: ' "$folder/out" || [ "$tries" -ge 300 ] || ! kill -0 "$pid" 2>/dev/null; do
            tries=$((tries + 1))
            sleep 0.2
        done
        sleep 5
        kill -TERM "$pid" 2>/dev/null || true
        # What was learnt is written at the end; should that hang, the studio starts without.
        tries=0
        while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 300 ]; do
            tries=$((tries + 1))
            sleep 0.2
        done
        if kill -KILL "$pid" 2>/dev/null; then
            rm -f "$learnt.aot"
        fi
        wait "$pid" || true
        trap - INT TERM
        rm -rf "$folder"
    fi
    if [ -s "$learnt.aot" ]; then
        java_options+=("-XX:AOTCache=$learnt.aot")
    fi
}

# --- Testing ---------------------------------------------------------------------------------------------------------

# A display of our own, so that no test touches the one somebody works at. A key that a busy machine holds for long is
# not repeated (-r).
start_display() {
    local number_file
    number_file=$(mktemp)
    Xvfb -displayfd 3 -r -screen 0 1920x1200x24 -nolisten tcp 3>"$number_file" >/dev/null 2>&1 &
    display_process=$!
    trap stop_display EXIT
    trap 'exit 130' INT TERM
    local tries=0
    until [ -s "$number_file" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ] || ! kill -0 "$display_process" 2>/dev/null; then
            fail "Xvfb, the display for the tests, did not start: try it by hand with 'Xvfb :99'."
        fi
        sleep 0.1
    done
    DISPLAY=:$(tr -d '\n' <"$number_file")
    export DISPLAY
    unset WAYLAND_DISPLAY
    rm -f "$number_file"
}

stop_display() {
    if [ -n "${display_process-}" ]; then
        kill "$display_process" 2>/dev/null || true
        wait "$display_process" 2>/dev/null || true
        display_process=
    fi
}

# Adds up the reports that Surefire has written since the marker, and closes with its line.
summarise_tests() {
    local status=$1 seconds=$2 marker=$3 sums
    sums=$(find "$root" -path '*/target/surefire-reports/*.txt' -newer "$marker" -exec cat {} + 2>/dev/null |
        sed -n 's/^Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\).*/\1 \2 \3 \4/p' |
        awk '{run += $1; failed += $2; broken += $3; skipped += $4}
             END {printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d", run, failed, broken, skipped}')
    echo
    if [ "$status" = 0 ]; then
        echo "All is well, after $((seconds / 60)) min $((seconds % 60)) s."
    else
        echo "NOT well, after $((seconds / 60)) min $((seconds % 60)) s: see the first [ERROR] above."
    fi
    echo "$sums"
}
