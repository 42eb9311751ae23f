//! Owns how well colours stand apart, by the formula of the web's accessibility guidelines. It refuses
//! to choose colours.

/// A colour as red, green and blue.
pub(super) type Rgb = (u8, u8, u8);

/// The first sixteen colours, as a terminal shows them that changed none of them.
const SIXTEEN: [Rgb; 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// Returns the contrast of two colours, from 1 (none) to 21 (black on white).
pub(super) fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Returns what an indexed colour looks like where nobody changed it.
pub(super) fn indexed(index: u8) -> Rgb {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match index {
        0..16 => SIXTEEN.get(usize::from(index)).copied().unwrap_or_default(),
        16..232 => {
            let n = index - 16;
            (step(n / 36), step(n / 6 % 6), step(n % 6))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    }
}

/// Returns the indexed colour of a range that looks most like one.
pub(super) fn nearest(wanted: Rgb, among: std::ops::RangeInclusive<u8>) -> u8 {
    let apart = |index: &u8| {
        let (r, g, b) = indexed(*index);
        let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        // The eye is keenest in green and dullest in blue.
        3 * square(r, wanted.0) + 4 * square(g, wanted.1) + 2 * square(b, wanted.2)
    };
    among.min_by_key(apart).unwrap_or_default()
}

fn luminance((r, g, b): Rgb) -> f64 {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.039_28 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
