import VerbatimAnalysis

/// Whether two numbers agree to a relative tolerance, or an absolute one below 1.
func agree(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let left, let right else { return false }
    return (left - right).magnitude <= tolerance * max(1, right.magnitude)
}

/// Whether two small numbers, such as p-values, agree to a relative tolerance.
func agreeRelatively(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let left, let right else { return false }
    return (left - right).magnitude <= tolerance * right.magnitude
}

/// Whether both ends of an interval agree with two numbers.
func agree(
    _ interval: Estimate<ConfidenceInterval>, _ low: Double, _ high: Double, within tolerance: Double = 1e-9
) -> Bool {
    agree(interval.value?.low, low, within: tolerance) && agree(interval.value?.high, high, within: tolerance)
}
