package liveroom.app.window.scene.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import liveroom.capture.scene.Box;

/// The lines that boxes snap to: the picture's edges and middle, the safe area, the edges and middles of other layers.
public final class SnapLines {
    /// Nothing to snap to.
    public static final SnapLines NONE = new SnapLines(List.of(), List.of());

    private static final double SAME = 1e-6;

    private final List<Double> standing;
    private final List<Double> lying;

    private SnapLines(List<Double> standing, List<Double> lying) {
        this.standing = List.copyOf(standing);
        this.lying = List.copyOf(lying);
    }

    /// Lines of a picture.
    ///
    /// @param safeMargin what stays free at each edge, as a fraction of the picture
    /// @param others the layers that stay where they are
    public static SnapLines of(double safeMargin, Collection<Box> others) {
        List<Double> standing = new ArrayList<>(List.of(0.0, 0.5, 1.0, safeMargin, 1 - safeMargin));
        List<Double> lying = new ArrayList<>(standing);
        for (Box box : others) {
            standing.addAll(List.of(box.x(), box.x() + box.width() / 2, box.right()));
            lying.addAll(List.of(box.y(), box.y() + box.height() / 2, box.bottom()));
        }
        return new SnapLines(standing, lying);
    }

    /// Moves a box to the nearest lines within reach.
    public Box move(Box box, Reach reach) {
        double dx = nearest(standing, reach.x(), box.x(), box.x() + box.width() / 2, box.right());
        double dy = nearest(lying, reach.y(), box.y(), box.y() + box.height() / 2, box.bottom());
        return Boxes.moved(box, dx, dy);
    }

    /// Where an edge that is dragged to `x` comes to stand.
    double edgeX(double x, Reach reach) {
        return x + nearest(standing, reach.x(), x);
    }

    double edgeY(double y, Reach reach) {
        return y + nearest(lying, reach.y(), y);
    }

    /// The lines on which an edge or the middle of the box lies.
    public List<Guide> guides(Box box) {
        List<Guide> guides = new ArrayList<>();
        touching(standing, box.x(), box.x() + box.width() / 2, box.right())
                .forEach(at -> guides.add(new Guide(Guide.Axis.STANDING, at)));
        touching(lying, box.y(), box.y() + box.height() / 2, box.bottom())
                .forEach(at -> guides.add(new Guide(Guide.Axis.LYING, at)));
        return guides;
    }

    /// The smallest step that brings one of the places onto a line; 0 if none is within reach.
    private static double nearest(List<Double> lines, double reach, double... places) {
        double best = 0;
        double bestLength = reach;
        for (double place : places) {
            for (double line : lines) {
                double length = Math.abs(line - place);
                if (length <= bestLength) {
                    bestLength = length;
                    best = line - place;
                }
            }
        }
        return best;
    }

    private static List<Double> touching(List<Double> lines, double... places) {
        List<Double> found = new ArrayList<>();
        for (double place : places) {
            OptionalDouble line = lines.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(at -> Math.abs(at - place) < SAME)
                    .findFirst();
            if (line.isPresent() && !found.contains(line.getAsDouble())) {
                found.add(line.getAsDouble());
            }
        }
        return found;
    }
}
