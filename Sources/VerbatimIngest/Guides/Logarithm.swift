#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The natural logarithm of a positive number.
func logarithm(_ value: Double) -> Double { log(value) }
