package liveroom.capture.scene;

/// One thing on the picture.
///
/// @param id unique in its scene
/// @param shown whether it is on its scene's picture; the change is animated by `enter` and `exit`
/// @param locked whether the window's mouse and keys leave it where it is
public record Layer(
        String id,
        String name,
        Content content,
        Placement placement,
        Look look,
        Animation enter,
        Animation exit,
        boolean shown,
        boolean locked) {
    public Layer {
        Bounds.id(id);
        Bounds.text("name of a layer", name, 80);
    }

    /// A visible, unlocked layer with the looks its content usually has.
    public static Layer of(String id, String name, Content content, Placement placement) {
        return new Layer(id, name, content, placement, Look.PLAIN, Animation.FADE, Animation.FADE, true, false);
    }

    public Layer withContent(Content newContent) {
        return new Layer(id, name, newContent, placement, look, enter, exit, shown, locked);
    }

    public Layer withPlacement(Placement newPlacement) {
        return new Layer(id, name, content, newPlacement, look, enter, exit, shown, locked);
    }

    public Layer withLook(Look newLook) {
        return new Layer(id, name, content, placement, newLook, enter, exit, shown, locked);
    }

    public Layer withAnimations(Animation newEnter, Animation newExit) {
        return new Layer(id, name, content, placement, look, newEnter, newExit, shown, locked);
    }

    public Layer withShown(boolean nowShown) {
        return new Layer(id, name, content, placement, look, enter, exit, nowShown, locked);
    }

    public Layer withLocked(boolean nowLocked) {
        return new Layer(id, name, content, placement, look, enter, exit, shown, nowLocked);
    }

    public Layer withName(String newName) {
        return new Layer(id, newName, content, placement, look, enter, exit, shown, locked);
    }

    public Layer withId(String newId) {
        return new Layer(newId, name, content, placement, look, enter, exit, shown, locked);
    }
}
