package liveroom.capture.scene;

/// How a layer is drawn, whatever it holds.
///
/// @param opacity 0 to 1
/// @param cornerRadius as a fraction of the picture's height
public record Look(double opacity, double cornerRadius, Border border, Shadow shadow, Blend blend) {
    public static final Look PLAIN = new Look(1, 0, Border.NONE, Shadow.NONE, Blend.NORMAL);

    public Look {
        Bounds.range("opacity", opacity, 0, 1);
        Bounds.range("corner radius", cornerRadius, 0, 0.5);
    }

    public Look withOpacity(double newOpacity) {
        return new Look(newOpacity, cornerRadius, border, shadow, blend);
    }

    public Look withCornerRadius(double newRadius) {
        return new Look(opacity, newRadius, border, shadow, blend);
    }

    public Look withBorder(Border newBorder) {
        return new Look(opacity, cornerRadius, newBorder, shadow, blend);
    }

    public Look withShadow(Shadow newShadow) {
        return new Look(opacity, cornerRadius, border, newShadow, blend);
    }

    public Look withBlend(Blend newBlend) {
        return new Look(opacity, cornerRadius, border, shadow, newBlend);
    }

    /// A line along the inside of the edge.
    ///
    /// @param width as a fraction of the picture's height; 0 for none
    public record Border(double width, Paint paint) {
        public static final Border NONE = new Border(0, new Paint.Role(ColourRole.PRIMARY));

        public Border {
            Bounds.range("width of the border", width, 0, 0.1);
        }
    }

    /// A soft shadow below the layer.
    ///
    /// @param blur its softness, as a fraction of the picture's height; 0 for no shadow
    /// @param drop how far down it falls, as a fraction of the picture's height
    public record Shadow(double blur, double drop, double opacity) {
        public static final Shadow NONE = new Shadow(0, 0, 0);
        public static final Shadow SOFT = new Shadow(0.025, 0.008, 0.35);

        public Shadow {
            Bounds.range("blur of the shadow", blur, 0, 0.1);
            Bounds.range("drop of the shadow", drop, 0, 0.1);
            Bounds.range("opacity of the shadow", opacity, 0, 1);
        }
    }

    /// How a layer's colours meet those behind it, as in W3C Compositing and Blending Level 1.
    public enum Blend {
        NORMAL,
        MULTIPLY,
        SCREEN
    }
}
