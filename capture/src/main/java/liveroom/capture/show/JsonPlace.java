package liveroom.capture.show;

import liveroom.capture.show.ShowFormatException.Code;

/// Where in a JSON text something stands, to tell a person.
///
/// @param root what the whole text is, such as `The show`
/// @param path from there, such as `scenes[2].name`; empty for the whole
record JsonPlace(String root, String path) {
    static JsonPlace of(String root) {
        return new JsonPlace(root, "");
    }

    JsonPlace member(String name) {
        return new JsonPlace(root, path.isEmpty() ? name : path + "." + name);
    }

    JsonPlace element(int index) {
        return new JsonPlace(root, path + "[" + index + "]");
    }

    /// What stands here is not what it must be.
    ShowFormatException mustBe(String what) {
        return refused(name() + " must be " + what + ".");
    }

    ShowFormatException needs(String member) {
        return refused(name() + " needs \"" + member + "\".");
    }

    ShowFormatException unknown(String member, String known) {
        return refused(
                name() + " has \"" + shortened(member) + "\", which is not known there; known are " + known + ".");
    }

    /// What stands here was refused by whom it was meant for, with a sentence.
    ShowFormatException complaint(String sentence) {
        return refused(name() + ": " + sentence);
    }

    private String name() {
        return path.isEmpty() ? root : path;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static ShowFormatException refused(String sentence) {
        return new ShowFormatException(Code.NOT_UNDERSTOOD, sentence);
    }
}
