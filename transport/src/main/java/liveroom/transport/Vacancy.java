package liveroom.transport;

import java.util.Optional;
import liveroom.encoder.Rung;

/// What there is for who comes now.
///
/// @param viewers how many more can come in without harm to those who are in
/// @param limit the best that anybody is sent, where this machine carries no better for so many
public record Vacancy(int viewers, Optional<Rung> limit) {}
