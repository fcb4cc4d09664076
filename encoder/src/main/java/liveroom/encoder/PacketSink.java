package liveroom.encoder;

/// Takes packets from one encoder, on the encoder's thread.
@FunctionalInterface
public interface PacketSink<P extends EncodedPacket> {
    /// Offers one packet, lent until this method returns; never blocks.
    ///
    /// @return `false` if the sink was full and the packet was dropped
    boolean offer(P packet);
}
