/** The company's own name where it has one, beside the product's seal. */
export const Brand = ({ name, short }: { name: string; short?: boolean }) => (
  <div className="brand">
    <i aria-hidden>缘</i>
    {!short && (
      <span className="ellipsis" title={name}>
        {name}
      </span>
    )}
  </div>
)
