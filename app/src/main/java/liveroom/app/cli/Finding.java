package liveroom.app.cli;

/// What one look at the machine has shown, in a sentence: how things are and, where something is amiss, what to do.
record Finding(Verdict verdict, String text) {
    /// How bad it is.
    enum Verdict {
        OK("OK       "),
        /// The studio works, but not with all that it could do.
        ATTENTION("attention"),
        /// The studio cannot work.
        BROKEN("BROKEN   ");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }
    }

    String line() {
        return verdict.label + "  " + text;
    }
}
