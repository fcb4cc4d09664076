package liveroom.transport.control;

/// Who changed the show, and by what.
///
/// @param who a producer's name, or `host`
/// @param what the command's type, as in `docs/control.md`; empty where it is not known
/// @param at Unix time in milliseconds
record Deed(long revision, String who, String what, long at) {
    static final String HOST = "host";
}
