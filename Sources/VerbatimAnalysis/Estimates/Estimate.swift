/// A statistic: its value, or the reason why it has none.
///
/// ```swift
/// switch kappa {
/// case .value(let kappa): print(kappa)
/// case .undefined(let reason): print("-", reason.explanation)
/// }
/// ```
///
/// ``value`` and ``reason`` are the two columns of a table: exactly one of them is `nil`.
package enum Estimate<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The statistic is defined.
    case value(Value)
    /// The statistic has no value, for this reason.
    case undefined(UndefinedReason)

    /// The value; `nil` where it is undefined.
    package var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Why there is no value; `nil` where there is one.
    package var reason: UndefinedReason? {
        if case .undefined(let reason) = self { reason } else { nil }
    }

    /// A statistic made from this one, undefined for the same reason.
    package func map<Other>(_ transform: (Value) -> Other) -> Estimate<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .undefined(let reason): .undefined(reason)
        }
    }

    /// A statistic made from this one that may itself be undefined.
    package func flatMap<Other>(_ transform: (Value) -> Estimate<Other>) -> Estimate<Other> {
        switch self {
        case .value(let value): transform(value)
        case .undefined(let reason): .undefined(reason)
        }
    }
}

extension Estimate where Value == Double {
    /// `numerator` / `denominator`; undefined for `reason` where the denominator is zero.
    package static func ratio(_ numerator: Double, _ denominator: Double, orElse reason: UndefinedReason) -> Self {
        denominator == 0 ? .undefined(reason) : .value(numerator / denominator)
    }

    /// `numerator` / `denominator`; undefined for `reason` where the denominator is zero.
    package static func ratio(_ numerator: Int, _ denominator: Int, orElse reason: UndefinedReason) -> Self {
        ratio(Double(numerator), Double(denominator), orElse: reason)
    }

    /// The arithmetic mean of those values that are defined; `noUnits` where none is.
    package static func mean(_ estimates: some Sequence<Estimate<Double>>) -> Self {
        let values = estimates.compactMap(\.value)
        return ratio(values.reduce(0, +), Double(values.count), orElse: .noUnits)
    }
}
