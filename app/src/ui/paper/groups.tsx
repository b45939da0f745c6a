// Sixteen groups of four characters that two people can read to each other, each with its number.

export const NumberedGroups = ({ groups }: { groups: readonly string[] }) => (
  <ol class="groups">
    {groups.map((group, at) => (
      <li key={at}>
        <span class="group-number">{at + 1}</span>{' '}
        <bdi dir="ltr" class="code" translate={false}>
          {group}
        </bdi>
      </li>
    ))}
  </ol>
)
