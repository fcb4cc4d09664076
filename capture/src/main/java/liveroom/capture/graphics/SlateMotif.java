package liveroom.capture.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.SlateKind;

/// The large sign on a slate that everyone knows from players: start, pause, stop; with the brand's corners.
final class SlateMotif {
    private SlateMotif() {}

    /// Draws the sign into a square that may reach beyond the sheet, and its echo behind it.
    static void draw(Easel easel, SlateKind kind, Rect square) {
        Palette palette = easel.palette();
        Graphics2D graphics = easel.sheet().graphics();
        double shift = square.width() * 0.09;
        Shape echo = sign(
                kind,
                easel.kit().corners(),
                new Rect(square.x() - shift, square.y() + shift, square.width(), square.height()));
        Shape sign = sign(kind, easel.kit().corners(), square);
        graphics.setStroke(new BasicStroke((float) Math.max(1, square.width() * 0.004)));
        graphics.setColor(Palette.faded(palette.of(ColourRole.ACCENT), 0.75));
        graphics.draw(echo);
        Color from = palette.of(ColourRole.PRIMARY);
        Color to = palette.between(ColourRole.PRIMARY, ColourRole.BACKGROUND, 0.45);
        graphics.setPaint(new GradientPaint(
                (float) square.x(), (float) square.y(), from, (float) square.right(), (float) square.bottom(), to));
        graphics.fill(sign);
    }

    private static Shape sign(SlateKind kind, Corners corners, Rect square) {
        double side = square.width();
        double radius = side
                * switch (corners) {
                    case SHARP -> 0;
                    case SOFT -> 0.07;
                    case ROUND -> 0.5;
                };
        return switch (kind) {
            case STARTING_SOON -> triangle(square, Math.min(radius, side * 0.14));
            case BE_RIGHT_BACK -> bars(square, Math.min(radius, side * 0.16));
            case THANK_YOU -> square.rounded(radius);
        };
    }

    private static Shape bars(Rect square, double radius) {
        double bar = square.width() * 0.36;
        Area bars = new Area(square.part(bar, square.height(), 0, 0).rounded(radius));
        bars.add(new Area(square.part(bar, square.height(), 1, 0).rounded(radius)));
        return bars;
    }

    /// Points to the right; its corners are rounded by widening a smaller one.
    private static Shape triangle(Rect square, double radius) {
        Rect core = square.inset(radius, radius);
        Path2D path = new Path2D.Double();
        path.moveTo(core.x(), core.y());
        path.lineTo(core.right(), core.centreY());
        path.lineTo(core.x(), core.bottom());
        path.closePath();
        if (radius == 0) {
            return path;
        }
        Area rounded = new Area(path);
        rounded.add(new Area(new BasicStroke((float) (2 * radius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(path)));
        return rounded;
    }
}
