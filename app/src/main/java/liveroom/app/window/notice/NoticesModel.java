package liveroom.app.window.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import liveroom.app.studio.Notice;

/// The notices the host has not put away. A newer one on the same subject comes back.
///
/// Confined to the JavaFX thread.
public final class NoticesModel {
    private final ObservableList<Notice> visible = FXCollections.observableArrayList();
    private final Set<Notice> dismissed = new HashSet<>();

    public void read(List<Notice> notices) {
        dismissed.retainAll(notices);
        List<Notice> wanted = new ArrayList<>(notices);
        wanted.removeAll(dismissed);
        if (!visible.equals(wanted)) {
            visible.setAll(wanted);
        }
    }

    public void dismiss(Notice notice) {
        dismissed.add(notice);
        visible.remove(notice);
    }

    public ObservableList<Notice> visible() {
        return visible;
    }
}
