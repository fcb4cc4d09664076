package liveroom.capture.graphics;

import java.awt.Color;
import java.awt.GradientPaint;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Background;

/// A gradient from one side of the box to the other, or an image. Where a video is named, the gradient: it is what is
/// seen before the first picture of the video.
final class BackgroundFill {
    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "webp", "svg");

    private BackgroundFill() {}

    static Drawn draw(Easel easel, Background content) {
        Rect box = easel.box();
        Palette palette = easel.palette();
        fill(easel.sheet(), box, content.degrees(), palette.of(content.from()), palette.of(content.to()));
        if (isImage(content.path())) {
            Optional<Picture> picture = easel.picture(content.path(), ColourRole.BACKGROUND);
            if (picture.isPresent()) {
                PictureFrame.draw(easel, picture, box, easel.layer().placement());
            }
        }
        return Drawn.forGood(box.rounded(easel.lookRadius()));
    }

    /// As CSS Images 3 has it: each colour is pure in the corner that lies furthest its way.
    static void fill(Sheet sheet, Rect box, double degrees, Color from, Color to) {
        double across = Math.cos(Math.toRadians(degrees));
        double down = Math.sin(Math.toRadians(degrees));
        double half = (Math.abs(box.width() * across) + Math.abs(box.height() * down)) / 2;
        sheet.graphics()
                .setPaint(new GradientPaint(
                        (float) (box.centreX() - across * half),
                        (float) (box.centreY() - down * half),
                        from,
                        (float) (box.centreX() + across * half),
                        (float) (box.centreY() + down * half),
                        to));
        sheet.graphics().fill(box.rounded(0));
    }

    private static boolean isImage(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.equals(LogoChoice.LOGO) || IMAGES.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
