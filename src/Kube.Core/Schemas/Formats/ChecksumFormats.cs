using System.Text.RegularExpressions;

namespace Kube;

/// <summary>Numbers with a check digit: of books and of credit cards.</summary>
internal static partial class ChecksumFormats
{
    public static bool IsIsbn10(string text)
    {
        var digits = Filler().Replace(text, "");
        return Isbn10().IsMatch(digits) && digits.Select((c, i) => (i + 1) * (c == 'X' ? 10 : c - '0')).Sum() % 11 == 0;
    }

    public static bool IsIsbn13(string text)
    {
        var digits = Filler().Replace(text, "");
        return Isbn13().IsMatch(digits) && digits.Select((c, i) => (i % 2 == 0 ? 1 : 3) * (c - '0')).Sum() % 10 == 0;
    }

    public static bool IsCreditCard(string text)
    {
        var digits = NoDigit().Replace(text, "");
        return Card().IsMatch(digits)
            && digits.Reverse().Select((c, i) => (i % 2 == 0 ? 1 : 2) * (c - '0')).Sum(digit => digit > 9 ? digit - 9 : digit) % 10 == 0;
    }

    [GeneratedRegex(@"[\t\n\f\r -]+")]
    private static partial Regex Filler();

    [GeneratedRegex("[^0-9]+")]
    private static partial Regex NoDigit();

    [GeneratedRegex(@"^[0-9]{9}[0-9X]\z")]
    private static partial Regex Isbn10();

    [GeneratedRegex(@"^[0-9]{13}\z")]
    private static partial Regex Isbn13();

    // Visa, Mastercard, Discover, American Express, Diners Club and JCB, by their first digits.
    [GeneratedRegex(@"^(4[0-9]{12}([0-9]{3})?|5[1-5][0-9]{14}|6(011|5[0-9]{2})[0-9]{12}|3[47][0-9]{13}|3(0[0-5]|[68][0-9])[0-9]{11}|(2131|1800|35[0-9]{3})[0-9]{11})\z")]
    private static partial Regex Card();
}
